"""Ways of working with flexible examination (theme `flexibel-examineren`)."""

from home.demo.corpus.seeds import Seed

SEEDS = (
    Seed(
        slug="hoger-niveau",
        titles=("{vak} afsluiten op een hoger niveau", "Maatwerkdiploma: een vak hoger"),
        questions=("Hoe organiseren wij dat een leerling {vak} op een hoger niveau afsluit?",),
        steps=(
            "In het voorexamenjaar praat elke leerling met de decaan over een vak op hoger niveau.",
            "De roosters van beide afdelingen kregen een gezamenlijke band, zodat een leerling kan aansluiten.",
            "Een vaste begeleider volgt de leerling en trekt na zes weken aan de bel als het niet gaat.",
        ),
        results=(
            "Dit jaar sloten negentien leerlingen een vak hoger af; zestien haalden een voldoende.",
            "Leerlingen die zich verveelden, kiezen nu voor een uitdaging.",
        ),
        conditions=("Een rooster met een gezamenlijke band.",),
        failed=("Pas in het examenjaar laten kiezen.",),
        tags=("maatwerk", "hoger niveau", "maatwerkdiploma"),
    ),
    Seed(
        slug="versneld-examen",
        titles=("Een jaar eerder examen in {vak}", "Vervroegd eindexamen voor wie eraan toe is"),
        questions=("Welke leerlingen kunnen {vak} een jaar eerder afsluiten, en wat doen zij met de vrije tijd?",),
        steps=(
            "Leerlingen melden zich zelf aan en maken een plan voor de uren die later vrijkomen.",
            "De sectie maakte een verkorte leerlijn met zelfstudie en een wekelijks vragenuur.",
            "Wie het niet haalt, sluit zonder gevolgen weer aan bij de eigen klas.",
        ),
        results=(
            "Elf van de twaalf leerlingen slaagden; de vrije uren gingen naar een ander vak of naar een project buiten school.",
            "De leerlingen plannen beter, ook voor andere vakken.",
        ),
        conditions=("Een examensecretaris die de administratie op orde heeft.",),
        failed=("Alleen de hoogste cijfers uitnodigen: motivatie zegt meer.",),
        tags=("vervroegd examen", "versnellen", "eindexamen"),
    ),
    Seed(
        slug="eigen-tempo",
        titles=("Toetsen in eigen tempo bij {vak}", "De leerling kiest het moment van de toets"),
        questions=("Wat gebeurt er als {groep} zelf kiezen wanneer zij de toets maken?",),
        steps=(
            "Van elke toets zijn drie gelijkwaardige versies; een leerling schrijft zich in als de oefentoets goed ging.",
            "Toetsen worden op twee vaste middagen afgenomen in een lokaal met toezicht.",
            "Een dashboard laat zien wie achterloopt, zodat de mentor vroeg kan helpen.",
        ),
        results=(
            "Acht van de tien leerlingen halen de toets de eerste keer, eerder waren het er zes.",
            "Snelle leerlingen winnen weken, langzame leerlingen krijgen rust.",
        ),
        conditions=("Voldoende versies voordat u begint.",),
        failed=("Geen uiterste datum afspreken.",),
        tags=("eigen tempo", "gepersonaliseerd leren", "flexibel toetsen"),
        sectors=("VO", "MBO"),
    ),
    Seed(
        slug="mondeling",
        titles=("Een mondeling examen bij {vak}", "Schoolexamen als gesprek"),
        questions=("Kan een gesprek laten zien wat een schriftelijke toets bij {vak} niet ziet?",),
        steps=(
            "Leerlingen trekken een kaart en bereiden twintig minuten voor.",
            "Twee docenten voeren het gesprek met vaste vragen en vullen los van elkaar een formulier in.",
            "Na vijf gesprekken leggen zij de beoordelingen naast elkaar.",
        ),
        results=(
            "Leerlingen met dyslexie scoren beter en iedereen bereidt zich grondiger voor.",
            "De twee beoordelaars waren het in negen van de tien gesprekken eens.",
        ),
        conditions=("Drie dagen zonder lessen voor de docenten die examineren.",),
        failed=("Gesprekken van tien minuten: te kort om door te vragen.",),
        tags=("mondeling", "schoolexamen", "dyslexie"),
        sectors=("VO", "HBO"),
    ),
    Seed(
        slug="profielwerkstuk",
        titles=("Het profielwerkstuk met een opdrachtgever", "Profielwerkstukken die ergens toe dienen"),
        questions=("Hoe wordt het profielwerkstuk een proeve van onderzoek in plaats van een verslag?",),
        steps=(
            "Bedrijven, gemeenten en onderzoekers brachten in september een echte vraag mee.",
            "Elke groep heeft een begeleider uit school en een contact bij de opdrachtgever.",
            "In februari presenteren de groepen aan de opdrachtgever, die meebeoordeelt.",
        ),
        results=(
            "Leerlingen noemen het de opdracht waarvan zij het meest leerden.",
            "Het aantal werkstukken dat te laat komt, daalde van een kwart naar enkele.",
        ),
        conditions=("Een coördinator met een netwerk in de omgeving.",),
        failed=("Opdrachtgevers zonder tijd voor een tweede gesprek.",),
        tags=("profielwerkstuk", "onderzoek", "opdrachtgever"),
    ),
    Seed(
        slug="portfolio-examen",
        titles=("Afsluiten met een portfolio bij {vak}", "Een examendossier dat groeit"),
        questions=("Kan een portfolio de plaats innemen van een reeks toetsen bij {vak}?",),
        steps=(
            "Leerlingen verzamelen werk en kiezen elke periode twee stukken die hun ontwikkeling laten zien.",
            "Bij elk stuk schrijven zij wat het bewijst en wat zij de volgende keer anders doen.",
            "Aan het eind verdedigt ieder het portfolio voor een docent en iemand van buiten.",
        ),
        results=(
            "De verdediging laat zien wie de stof beheerst en wie hem kan gebruiken.",
            "Studenten kijken terug op een heel jaar in plaats van op de laatste weken.",
        ),
        conditions=("Een digitale omgeving die op de telefoon werkt.",),
        failed=("Alles laten bewaren: kiezen is het leren.",),
        tags=("portfolio", "examendossier", "bewijs"),
        sectors=("VO", "MBO", "HBO"),
    ),
    Seed(
        slug="proeve-praktijk",
        titles=("Examineren op de werkplek", "De proeve van bekwaamheid in het echte werk"),
        questions=("Hoe examineren wij studenten op het leerbedrijf, zo dat het betrouwbaar is?",),
        steps=(
            "Praktijkopleiders en docenten schreven samen op wat een beginnend vakman laat zien.",
            "Een assessor van school en een van het bedrijf kijken een dagdeel mee en beoordelen apart.",
            "Verschillen worden besproken voordat de student de uitslag hoort.",
        ),
        results=(
            "Bedrijven herkennen hun vak in het examen en bieden vaker een plaats aan.",
            "Studenten zijn minder zenuwachtig dan in een nagebouwde ruimte.",
        ),
        conditions=("Getrainde assessoren en een reserve per dag.",),
        failed=("Het bedrijf alleen laten beoordelen.",),
        tags=("praktijkexamen", "proeve van bekwaamheid", "leerbedrijf"),
        sectors=("MBO",),
    ),
    Seed(
        slug="praktische-opdracht",
        titles=("Praktische opdrachten als schoolexamen bij {vak}", "Toetsen door te doen bij {vak}"),
        questions=("Welke doelen van {vak} ziet u alleen als leerlingen iets maken of uitvoeren?",),
        steps=(
            "De sectie koos drie eindtermen die in een schriftelijke toets niet goed te zien zijn.",
            "Leerlingen werken twee weken aan een opdracht met een logboek.",
            "De beoordeling kijkt naar het product, het proces en een kort gesprek.",
        ),
        results=(
            "Leerlingen die bij toetsen dichtklappen, laten nu zien wat zij kunnen.",
            "De opdrachten leveren werk op dat in de school blijft hangen.",
        ),
        conditions=("Lokalen en materiaal op het juiste moment.",),
        failed=("Een opdracht die thuis gemaakt mocht worden: van wie was het werk?",),
        tags=("praktische opdracht", "schoolexamen", "vaardigheden"),
    ),
)
