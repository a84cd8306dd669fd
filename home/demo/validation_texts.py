"""What the demo's portfolio says. Everything in it is invented."""

from typing import Any

SECTIONS = {
    "vertrekpunt": """In 2018 kregen onze leerlingen in de bovenbouw gemiddeld vier toetsen per week. Docenten klaagden over nakijkwerk, leerlingen over stress, en toch wist niemand precies wat de toetsen opleverden. Toen ik teamleider werd, trof ik een toetsbeleid aan dat alleen ging over cijfers, herkansingen en het PTA.

Ik heb toen met zes docenten en twaalf leerlingen gesproken. Wat mij raakte was dat leerlingen zeiden dat ze na een toets nooit meer naar de stof keken. Voor mij werd dat de kern: onze toetsen sloten iets af, in plaats van dat ze het leren hielpen.

Mijn eigen rol was onduidelijk. Ik stuurde tot dan toe op afspraken en roosters, niet op het gesprek over goed onderwijs.""",
    "leerdoelen": """Ik wilde leren om een inhoudelijk gesprek over toetsen te leiden zonder dat het een gesprek over regels werd. Daarvoor moest ik meer weten over formatief handelen, en vooral leren om vragen te stellen in plaats van oplossingen aan te dragen.

Mijn tweede doel was persoonlijk: ik vermijd weerstand. Ik wilde leren om twijfel van collega's serieus te nemen en er iets mee te doen, ook als dat mijn planning in de war stuurde.""",
    "bestemming": """Nu, twee jaar later, werken vier secties met een toetsplan waarin per periode één summatieve toets staat en minstens twee momenten van feedback. Het aantal toetsen per leerling is met een derde gedaald. In de gesprekken met leerlingen hoor ik dat zij vaker weten waar zij staan.

We hebben dat niet alleen bedacht. In het leernetwerk keken we met andere scholen naar elkaars toetsbeleid, en wat wij lazen over formatief toetsen gaf ons woorden voor wat we zochten. Het onderzoek binnen onze eigen school liet zien dat docenten pas veranderen als zij het effect bij hun eigen leerlingen zien; daarom zijn we klein begonnen, in één sectie.""",
    "reflectie": """Wat mij het meest heeft veranderd is dat ik niet meer begin met het plan, maar met de vraag. In de eerste maanden legde ik nog een format op tafel. De sectie Frans vulde het in en deed verder niets. Ik koos toen om het format weg te halen en een half jaar lang alleen lessen te bezoeken en te vragen wat docenten zagen.

Mijn collega's schreven dat zij zich gehoord voelden, maar ook dat ik soms te lang wacht met een besluit. Dat herken ik. Ik heb geleerd om ruimte te geven; ik leer nu om daarna ook een keuze te maken en die uit te leggen.""",
}
PASSAGES = {
    "onderzoeken": ("vertrekpunt", "Ik heb toen met zes docenten en twaalf leerlingen gesproken."),
    "verbeteren": ("bestemming", "daarom zijn we klein begonnen, in één sectie"),
}
SOURCES: tuple[tuple[Any, ...], ...] = (
    (
        "book",
        True,
        "Hofland, J., & Verdonk, P.",
        2016,
        "Toetsen om te leren: een handreiking",
        {"publisher": "Uitgeverij Leerpad"},
    ),
    (
        "article",
        True,
        "Aerts, M.",
        2017,
        "Minder toetsen, meer feedback",
        {"container": "Tijdschrift voor Schoolleiding", "volume": "12(3)", "pages": "14–21"},
    ),
    (
        "web",
        False,
        "Steunpunt Toetsen",
        2018,
        "Voorbeelden van toetsplannen",
        {"link": "https://toetsen.example/toetsplannen"},
    ),
    ("event", False, "", 2018, "Derde bijeenkomst van het leernetwerk Flexibel toetsen", {}),
)
EVIDENCE = (
    {
        "title": "Toetsplan van de sectie wiskunde",
        "link": "https://meridiaan.example/toetsplan-wiskunde",
        "supports": "Er is één summatieve toets per periode, en de momenten van feedback staan erin.",
        "perspective": "colleague",
        "part": "pages",
        "page_from": 2,
        "page_to": 3,
    },
    {
        "title": "Aantal toetsen per leerling, 2016 tot 2018",
        "link": "https://meridiaan.example/toetsen-in-cijfers",
        "supports": "Het aantal toetsen per leerling is met een derde gedaald.",
        "perspective": "data",
        "part": "quote",
        "quote": "Van 4,1 naar 2,7 toetsen per week in leerjaar 4 en 5.",
    },
    {
        "title": "Gesprek met de leerlingenraad",
        "link": "https://meridiaan.example/leerlingenraad",
        "supports": "Leerlingen weten vaker waar zij staan.",
        "perspective": "pupil",
        "part": "time",
        "time_from": 200,
        "time_to": 310,
    },
    {
        "title": "Foto van het bord na de studiemiddag",
        "link": "https://meridiaan.example/studiemiddag",
        "perspective": "own",
    },
)
FEEDBACK = (
    ("gezien", "Sanne kwam in mijn les en vroeg daarna wat ik zelf had gezien. Zij zei pas iets toen ik erom vroeg."),
    ("effect", "In onze sectie praten we nu over wat leerlingen leren, niet alleen over het cijfer."),
    ("tip", "Neem iets eerder een besluit. Wij wisten soms lang niet waar we aan toe waren."),
)
