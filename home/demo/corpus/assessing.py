"""Ways of working with assessment policy (theme `toetsbeleid`)."""

from home.demo.corpus.seeds import ALL_SECTORS, Seed

SEEDS = (
    Seed(
        slug="minder-toetsen",
        titles=("Minder toetsen bij {vak}", "De helft van de toetsen geschrapt bij {vak}"),
        questions=(
            "Welke toetsen bij {vak} kunnen wij missen zonder zicht op de voortgang te verliezen?",
            "Hoe verlagen wij de toetsdruk voor {groep}?",
        ),
        steps=(
            "Wij legden alle toetsen van een jaar naast elkaar en schreven bij elke toets waarvoor de uitslag werd gebruikt.",
            "Toetsen waarvan niemand de uitslag gebruikte, verdwenen.",
            "In de tijd die vrijkwam, werken leerlingen hun fouten uit.",
        ),
        results=(
            "Het aantal toetsmomenten ging van veertien naar acht per jaar. De resultaten bleven gelijk.",
            "Leerlingen ervaren minder stress in de toetsweken, en docenten kijken een derde minder na.",
        ),
        conditions=("Een teamleider die de ruimte geeft om te schrappen.", "Eén overzicht dat de hele sectie kent."),
        failed=("Alle secties tegelijk laten schrappen: begin met twee die willen.",),
        tags=("toetsdruk", "werkdruk", "toetskalender"),
    ),
    Seed(
        slug="toetskalender",
        titles=("Een toetskalender voor {groep}", "Toetsen spreiden met één kalender"),
        questions=("Hoe voorkomen wij dat {groep} in één week zes toetsen krijgen?",),
        steps=(
            "Alle secties zetten hun toetsen bij de start van de periode in één gedeelde kalender.",
            "Een klas krijgt nooit meer dan drie grote toetsen in een week; wie later komt, schuift.",
            "Mentoren bespreken de kalender in de eerste les van de periode.",
        ),
        results=(
            "Klachten van ouders over volle weken zijn bijna verdwenen.",
            "De spreiding is beter en er wordt minder ingehaald.",
        ),
        conditions=("Iemand die bewaakt dat de afspraak ook voor de eigen sectie geldt.",),
        failed=("Een papieren kalender in de docentenkamer. Niemand hield hem bij.",),
        tags=("toetskalender", "planning", "toetsdruk"),
    ),
    Seed(
        slug="pta-herzien",
        titles=("Het PTA opnieuw ontworpen voor {vak}", "Een PTA dat past bij flexibel onderwijs"),
        questions=(
            "Past ons programma van toetsing en afsluiting nog bij de manier waarop wij {vak} geven?",
            "Hoe maken wij van het PTA weer een keuze in plaats van een gewoonte?",
        ),
        steps=(
            "De sectie begon bij de eindtermen en vroeg bij elk schoolexamen: wat toetsen wij hier dat het centraal examen niet toetst?",
            "Praktische opdrachten en mondelingen kregen een plaats naast schriftelijke toetsen.",
            "De examencommissie keek mee en de medezeggenschapsraad stemde in.",
        ),
        results=(
            "Het PTA telt vijf onderdelen in plaats van elf en past op één bladzijde.",
            "Leerlingen begrijpen waarom een onderdeel meetelt, en het aantal herkansingen daalde.",
        ),
        conditions=("Begin een jaar voordat het PTA moet worden vastgesteld.", "Een examensecretaris die meedenkt."),
        failed=("Alle vakken in hetzelfde format dwingen.",),
        tags=("PTA", "schoolexamen", "examencommissie"),
    ),
    Seed(
        slug="toetskwaliteit",
        titles=("Betere toetsvragen met een collega erbij", "Samen toetsen maken bij {vak}"),
        questions=("Hoe weten wij of onze toetsen bij {vak} meten wat wij willen meten?",),
        steps=(
            "Twee collega's maken elke toets samen: de een schrijft, de ander maakt hem en stelt vragen.",
            "Een toetsmatrijs laat zien welk leerdoel in welke vraag zit, en op welk niveau.",
            "Na afname kijken wij naar de p-waarden en schrijven bij elke vraag of hij mag blijven.",
        ),
        results=(
            "Vragen die niets onderscheiden, worden nu herkend en vervangen.",
            "De toetsen verschillen minder tussen parallelklassen.",
        ),
        conditions=("Een uur per toets in de jaartaak.",),
        failed=("Een externe toetsexpert alles laten nakijken: de sectie leerde er niets van.",),
        tags=("toetskwaliteit", "toetsmatrijs", "vier ogen"),
        sectors=("VO", "MBO", "HBO"),
    ),
    Seed(
        slug="overgangsnormen",
        titles=("Bevorderen op ontwikkeling in plaats van op gemiddelden", "Andere overgangsnormen voor {groep}"),
        questions=("Wat komt er in de plaats van overgangsnormen die op tienden van punten beslissen?",),
        steps=(
            "Voor elke leerling schrijft het team op wat al lukt en wat het volgende jaar nodig is.",
            "De overgangsvergadering bespreekt alleen leerlingen over wie het team verschillend denkt.",
            "Leerling en ouders krijgen het advies in een gesprek voordat er een rapport is.",
        ),
        results=(
            "Het zittenblijven daalde van 7 naar 3 procent en de doorstroom in de bovenbouw bleef goed.",
            "De vergaderingen duren korter en gaan over leren.",
        ),
        conditions=("Een team dat elkaar durft tegen te spreken.",),
        failed=("Oude normen en nieuw advies naast elkaar laten bestaan: dan wint het cijfer.",),
        tags=("bevordering", "zittenblijven", "rapport"),
    ),
    Seed(
        slug="toetsvisie",
        titles=("Een visie op toetsen in tien zinnen", "Van visie naar toetsbeleid"),
        questions=("Hoe zorgen wij dat ons toetsbeleid past bij de visie van de school?",),
        steps=(
            "Op een studiedag koos ieder team drie uitspraken die niet mochten ontbreken.",
            "Een schrijfgroep maakte er tien zinnen van; elke zin begint met wat de leerling merkt.",
            "Elk jaar kiest een team één zin en laat zien wat er in de les van terechtkomt.",
        ),
        results=(
            "Het beleidsstuk van veertig bladzijden is vervangen door één poster die in elk lokaal hangt.",
            "Nieuwe docenten weten na een week wat wij met toetsen willen.",
        ),
        conditions=("Schoolleiders die de zinnen zelf gebruiken in gesprekken.",),
        failed=("De visie door de directie laten schrijven en daarna vragen of er nog opmerkingen waren.",),
        tags=("visie", "toetsbeleid", "studiedag"),
        sectors=ALL_SECTORS,
    ),
    Seed(
        slug="becijferen-vergelijken",
        titles=("Samen nakijken bij {vak}", "Nakijken met dezelfde bril"),
        questions=("Waarom krijgt hetzelfde werk voor {vak} bij de ene docent een 5 en bij de andere een 7?",),
        steps=(
            "Vier docenten keken zonder overleg hetzelfde werk na en legden de cijfers naast elkaar.",
            "Over elk verschil werd gesproken tot het antwoordmodel duidelijker was.",
            "Elke periode ruilen wij vijf werken uit en vergelijken opnieuw.",
        ),
        results=(
            "De verschillen tussen docenten halveerden in een jaar.",
            "Leerlingen vragen minder vaak om een tweede beoordeling.",
        ),
        conditions=("Veiligheid: niemand hoeft zich te verdedigen.",),
        failed=("Beginnen met een nieuw antwoordmodel in plaats van met het gesprek.",),
        tags=("nakijken", "beoordelen", "betrouwbaarheid"),
        sectors=("VO", "MBO", "HBO"),
    ),
    Seed(
        slug="herkansen",
        titles=("Herkansen mag, na een leerplan", "Een herkansing die ergens over gaat"),
        questions=("Hoe zorgen wij dat een herkansing meer is dan nog een keer gokken?",),
        steps=(
            "Wie wil herkansen, levert eerst de verbeterde toets in met bij elke fout wat er misging.",
            "De docent en de leerling spreken af wat er geoefend wordt; pas daarna volgt de herkansing.",
            "Het laatste resultaat telt, niet het gemiddelde.",
        ),
        results=(
            "Er wordt een derde minder herkanst, en wie herkanst gaat gemiddeld anderhalve punt vooruit.",
            "Leerlingen bereiden de eerste kans beter voor.",
        ),
        conditions=("Een vast uur waarin herkansingen worden afgenomen.",),
        failed=("Onbeperkt herkansen: het stelde alles uit.",),
        tags=("herkansing", "leren van fouten"),
        sectors=("VO", "MBO"),
    ),
)
