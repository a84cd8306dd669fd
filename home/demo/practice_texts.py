"""Good practices in full; `home.demo.corpus` makes as many more as are asked for."""

from typing import Any

PRACTICES: tuple[dict[str, Any], ...] = (
    {
        "contributor": "schoolleider",
        "title": "Toetsbeleid herzien met de hele sectie",
        "summary": "In één jaar van losse afspraken naar een toetsbeleid dat iedere sectie kent en gebruikt.",
        "question": "Hoe krijgen wij een toetsbeleid dat docenten helpt om het leren te versterken?",
        "context": "Bovenbouw havo/vwo, 640 leerlingen, twaalf secties. Ons toetsbeleid stamde uit 2011 en lag in een la.",
        "approach": "Elke sectie legde drie toetsen op tafel en beantwoordde drie vragen: wat meten wij, wat doet de leerling "
        "met de uitslag, en wat zouden wij missen als deze toets verdween? Twee docenten per sectie vormden een "
        "schrijfgroep. De schoolleiding maakte vier middagen vrij.",
        "result": "Het aantal toetsen daalde van 14 naar 9 per vak per jaar. Secties bespreken na elke periode één toets.",
        "conditions": "Tijd in het rooster en een schoolleider die zelf aanschuift.",
        "what_did_not_work": "Beginnen met een format. Pas toen de eigen toetsen op tafel lagen, kwam het gesprek op gang.",
        "sector": "VO",
        "school_type": "havo",
        "year": 2018,
        "themes": ("toetsbeleid",),
        "tags": ("toetsbeleid", "sectie", "feedback"),
        "material": ("Gespreksleidraad toetsgesprek.txt", "policy"),
    },
    {
        "contributor": "schoolleider2",
        "title": "Minder cijfers, meer feedback in de onderbouw",
        "summary": "Twee periodes zonder cijfers voor alle brugklassen, met een leergesprek als vervanging.",
        "question": "Wat gebeurt er met de motivatie als leerlingen een half jaar geen cijfers krijgen?",
        "context": "Acht brugklassen, vmbo-t/havo en havo/vwo, op een school van 1.100 leerlingen.",
        "approach": "Docenten gaven formatieve feedback langs drie vragen: waar ga je heen, waar sta je nu, wat is je volgende "
        "stap? Mentoren voerden elke zes weken een leergesprek. Ouders kregen vooraf een avond met voorbeelden.",
        "result": "Leerlingen vragen vaker om uitleg bij hun werk. Bij 6 van de 8 klassen bleven de resultaten gelijk, bij 2 "
        "stegen zij. De werkdruk nam eerst toe en daarna af.",
        "conditions": "Een kernteam per leerjaar en duidelijke afspraken over wat ouders te zien krijgen.",
        "what_did_not_work": "Smileys in plaats van cijfers: leerlingen rekenden ze meteen om.",
        "sector": "VO",
        "school_type": "scholengemeenschap",
        "year": 2018,
        "themes": ("formatief-evalueren",),
        "tags": ("formatief evalueren", "cijferloos", "feedback"),
        "material": ("Opzet leergesprek.txt", "lesson"),
    },
    {
        "contributor": "schoolleider3",
        "title": "Examen op maat: een vak op hoger niveau afsluiten",
        "summary": "Leerlingen sluiten één of meer vakken af op een hoger niveau, met een eigen begeleider.",
        "question": "Hoe organiseren wij dat een havoleerling wiskunde op vwo-niveau afsluit?",
        "context": "Rector van een lyceum met 900 leerlingen; elk jaar gaat het om vijftien tot twintig leerlingen.",
        "approach": "De examensecretaris maakte met de teamleiders een stroomschema. Het PTA kreeg per vak een kolom "
        "'afsluiten op hoger niveau'. Een docent begeleidt de leerling in een vast uur.",
        "result": "In het eerste jaar sloten 17 leerlingen een vak hoger af; 15 haalden een voldoende.",
        "conditions": "Een rooster waarin het vak op twee niveaus naast elkaar staat.",
        "what_did_not_work": "De keuze pas in het examenjaar maken. Begin in het voorexamenjaar.",
        "sector": "VO",
        "school_type": "vwo",
        "year": 2018,
        "themes": ("flexibel-examineren",),
        "tags": ("maatwerk", "examen", "PTA"),
        "material": ("Stroomschema vak op hoger niveau.txt", "format"),
    },
    {
        "contributor": "schoolleider",
        "title": "Een PTA dat ruimte laat",
        "summary": "Van dertig vaste momenten naar een PTA met keuzeweken, zonder de regels uit het oog te verliezen.",
        "question": "Past ons PTA nog bij een school waar leerlingen in eigen tempo werken?",
        "context": "Bovenbouw havo. Leerlingen werken in drie blokken per dag aan eigen doelen.",
        "approach": "Per vak splitsten wij het programma van toetsing en afsluiting in een vast deel en een keuzedeel. In vier "
        "keuzeweken per jaar legt een leerling de toetsen af waaraan die toe is.",
        "result": "Twee derde van de leerlingen gebruikt de keuzeweken. Het aantal herkansingen halveerde.",
        "conditions": "Meerdere gelijkwaardige versies van een toets, en een toetsbureau dat dit aankan.",
        "what_did_not_work": "Keuze voor alles. Voor praktische opdrachten werkte een vast moment beter.",
        "sector": "VO",
        "school_type": "havo",
        "year": 2018,
        "themes": ("flexibel-examineren", "toetsbeleid"),
        "tags": ("PTA", "eigen tempo", "toetsweek"),
        "material": ("Voorbeeld PTA met keuzeweken.txt", "format"),
    },
    {
        "contributor": "schoolleider2",
        "title": "Toetsweek eruit, leerweken erin",
        "summary": "Zonder toetsweken kwam er elf dagen onderwijstijd terug.",
        "question": "Wat levert het op als wij stoppen met toetsweken?",
        "context": "Vmbo-tl en havo, 1.100 leerlingen, vier toetsweken per jaar.",
        "approach": "Wij verdeelden toetsen over de lessen en planden vier leerweken met uitleg, inhalen en verdieping. "
        "Leerlingen schrijven zich in voor wat zij nodig hebben.",
        "result": "Elf lesdagen gewonnen. Leerlingen zijn rustiger; docenten nakijkdruk is beter verdeeld.",
        "conditions": "Afspraken over het grootste aantal toetsen per week, en iemand die dat bewaakt.",
        "what_did_not_work": "In het eerste jaar stapelden de toetsen zich toch op voor de vakantie.",
        "sector": "VO",
        "school_type": "vmbo",
        "year": 2019,
        "themes": ("toetsbeleid",),
        "tags": ("toetsweek", "onderwijstijd"),
        "material": ("Planning leerweken.txt", "format"),
    },
    {
        "contributor": "schoolleider3",
        "title": "Leerlingen maken hun eigen toetsvragen",
        "summary": "Door zelf vragen te maken ontdekken leerlingen wat zij nog niet begrijpen.",
        "question": "Hoe worden leerlingen eigenaar van hun voorbereiding op een toets?",
        "context": "Biologie en geschiedenis, klas 3 en 4 havo/vwo.",
        "approach": "Groepjes maken bij elk leerdoel twee vragen: één om te onthouden en één om toe te passen. De docent kiest "
        "er vijf voor de echte toets. De andere vragen zijn oefenmateriaal.",
        "result": "Leerlingen noemen de leerdoelen uit zichzelf. Gemiddeld halen zij 0,4 punt meer.",
        "conditions": "Duidelijke leerdoelen en een les om goede vragen te leren stellen.",
        "what_did_not_work": "Alle vragen in de toets opnemen: dan wordt het uit het hoofd leren.",
        "sector": "VO",
        "school_type": "havo",
        "year": 2019,
        "themes": ("formatief-evalueren",),
        "tags": ("leerdoelen", "eigenaarschap"),
        "material": ("Werkblad vragen maken.txt", "lesson"),
    },
    {
        "contributor": "schoolleider",
        "title": "Digitaal toetsen in de aula",
        "summary": "Met geleende laptops en één vast team digitale toetsen afnemen zonder zenuwen.",
        "question": "Hoe nemen wij digitale toetsen af bij 120 leerlingen tegelijk?",
        "context": "Havo/vwo, examenklassen, een aula zonder vaste computers.",
        "approach": "Een toetsteam van een docent, een technisch medewerker en een surveillant oefende drie keer met een "
        "kleine groep. Elke tafel heeft een kaart met stappen voor als er iets hapert.",
        "result": "Bij de laatste drie toetsen startten alle leerlingen binnen vijf minuten.",
        "conditions": "Een proeftoets van tien minuten voor elke groep.",
        "what_did_not_work": "Eigen laptops van leerlingen: te veel verschillen.",
        "sector": "VO",
        "school_type": "vwo",
        "year": 2019,
        "themes": ("digitaal-toetsen",),
        "tags": ("digitaal toetsen", "organisatie"),
        "material": ("Stappenkaart digitale toets.txt", "format"),
    },
    {
        "contributor": "schoolleider2",
        "title": "Portfolio in plaats van schoolexamen bij kunst",
        "summary": "Leerlingen bouwen twee jaar aan een portfolio en verdedigen het in een gesprek.",
        "question": "Kan een portfolio een deel van het schoolexamen vervangen?",
        "context": "Kunst beeldend, bovenbouw havo en vwo.",
        "approach": "De sectie beschreef zes eisen en vier niveaus. Leerlingen kiezen bewijs, lichten het toe en vragen twee "
        "medeleerlingen om feedback. Twee docenten beoordelen onafhankelijk.",
        "result": "De twee beoordelaars verschillen zelden meer dan een halve punt. Leerlingen vertellen met trots.",
        "conditions": "Tijd voor gesprekken van twintig minuten per leerling.",
        "what_did_not_work": "Te veel bewijs toelaten. Nu zijn het vijf tot acht stukken.",
        "sector": "VO",
        "school_type": "vwo",
        "year": 2020,
        "themes": ("flexibel-examineren", "formatief-evalueren"),
        "tags": ("portfolio", "schoolexamen", "rubric"),
        "material": ("Beoordelingskader portfolio.txt", "format"),
    },
    {
        "contributor": "schoolleider3",
        "title": "Samen nakijken: elke toets met vier ogen",
        "summary": "Docenten kijken tien procent van elkaars toetsen na en praten over de verschillen.",
        "question": "Hoe weten wij dat een 6 bij de ene docent ook een 6 is bij de andere?",
        "context": "Secties Nederlands en wiskunde, onderbouw.",
        "approach": "Na elke grote toets wisselt de sectie tien procent van het werk uit, zonder naam en zonder cijfer. Daarna "
        "een gesprek van een half uur over de drie grootste verschillen.",
        "result": "De verschillen daalden in een jaar van gemiddeld 0,9 naar 0,3 punt.",
        "conditions": "Een vast moment in het rooster en een antwoordmodel dat iedereen kent.",
        "what_did_not_work": "Alles dubbel nakijken: dat hield niemand vol.",
        "sector": "VO",
        "school_type": "scholengemeenschap",
        "year": 2020,
        "themes": ("toetsbeleid",),
        "tags": ("beoordelen", "sectie"),
        "material": ("Afspraken samen nakijken.txt", "policy"),
    },
)

DRAFT: dict[str, Any] = {
    "contributor": "schoolleider2",
    "title": "Ouders meenemen in anders toetsen",
    "question": "Hoe leggen wij aan ouders uit dat minder cijfers niet minder leren is?",
    "context": "Brugklassen, 240 ouders.",
    "approach": "",
    "result": "",
    "sector": "VO",
    "tags": ("ouders",),
}
SUBMITTED: dict[str, Any] = {
    "contributor": "schoolleider3",
    "title": "Herkansen als leermoment",
    "summary": "Wie herkanst, laat eerst zien wat er in de tussentijd is geleerd.",
    "question": "Hoe zorgen wij dat een herkansing meer is dan een tweede gok?",
    "context": "Bovenbouw havo/vwo, alle vakken.",
    "approach": "Voor een herkansing levert de leerling een verbeterplan van een half A4 in en bespreekt dat met de docent.",
    "result": "Het aantal herkansingen daalde met een kwart, de winst per herkansing verdubbelde.",
    "sector": "VO",
    "school_type": "havo",
    "year": 2020,
    "themes": ("toetsbeleid",),
    "tags": ("herkansing",),
}

MATERIAL = """{title}

De vraag
{question}

Zo pakten wij het aan
{approach}

Wat het opleverde
{result}

Dit voorbeeld mag u vrij gebruiken en aanpassen, met vermelding van de bron (CC BY 4.0).
"""

TRIALS: tuple[dict[str, Any], ...] = (
    {
        "person": "schoolleider2",
        "context": "Twee secties van onze onderbouw, één schooljaar.",
        "adaptation": "Wij begonnen met de sectie die er zelf om vroeg, en lieten de rest later aanhaken.",
        "result": "Het gesprek in de sectie veranderde meteen. Het vastleggen kostte meer tijd dan wij dachten.",
        "again": "otherwise",
        "published": True,
    },
    {
        "person": "assessor1",
        "context": "De hele vaksectie Nederlands, zes docenten.",
        "result": "Na drie bijeenkomsten lag er een beleid dat iedereen herkende.",
        "again": "yes",
        "published": True,
    },
    {
        "person": "nieuw",
        "context": "Eén team van vmbo-tl.",
        "result": "Wij kwamen niet verder dan de eerste stap, maar die beviel goed.",
        "again": "otherwise",
        "published": False,
    },
)

COLLECTION = {
    "title": "Beginnen met feedback",
    "slug": "beginnen-met-feedback",
    "introduction": "Voor scholen die minder willen becijferen en meer willen bespreken. Kies één stap en probeer die uit.",
}
COLLECTED = (
    "Begin hier: zonder gedeeld beleid blijft feedback een zaak van losse docenten.",
    "Laat zien dat minder cijfers niet betekent dat u minder weet van uw leerlingen.",
)
