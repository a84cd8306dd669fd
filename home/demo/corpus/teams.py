"""Ways of working on teams and leading them (theme `teamontwikkeling`)."""

from home.demo.corpus.seeds import ALL_SECTORS, Seed

SEEDS = (
    Seed(
        slug="lesson-study",
        titles=("Samen lessen ontwerpen bij {vak}", "Lesson study met drie docenten"),
        questions=("Hoe leren docenten van elkaars lessen zonder dat het een beoordeling wordt?",),
        steps=(
            "Drie docenten ontwerpen samen één les en kiezen drie leerlingen om te volgen.",
            "Een van hen geeft de les; de anderen kijken alleen naar die leerlingen.",
            "Zij passen de les aan en geven hem opnieuw in een andere klas.",
        ),
        results=(
            "Docenten praten over leerlingen in plaats van over elkaar.",
            "De ontworpen lessen worden door de hele sectie gebruikt.",
        ),
        conditions=("Vier dagdelen die vooraf in het rooster staan.",),
        failed=("De leidinggevende laten meekijken.",),
        tags=("lesson study", "lessen ontwerpen", "samen leren"),
        sectors=("PO", "VO", "MBO"),
    ),
    Seed(
        slug="intervisie",
        titles=("Intervisie die blijft bestaan", "Zes schoolleiders, één vraag per keer"),
        questions=("Hoe houden wij intervisie levend als de agenda vol is?",),
        steps=(
            "De data staan voor een jaar vast en niemand plant eroverheen.",
            "Elke keer brengt één deelnemer een vraag in die nog niet is opgelost.",
            "Een vaste gespreksvorm zorgt dat er eerst vragen komen en pas daarna adviezen.",
        ),
        results=(
            "De groep bestaat drie jaar en niemand is afgehaakt.",
            "Deelnemers nemen eerder een besluit waar zij tegenop zagen.",
        ),
        conditions=("Vertrouwelijkheid, elke keer opnieuw uitgesproken.",),
        failed=("Twee vragen in één bijeenkomst.",),
        tags=("intervisie", "schoolleiders", "collegiale consultatie"),
        sectors=ALL_SECTORS,
    ),
    Seed(
        slug="startende-docenten",
        titles=("Een warm welkom voor nieuwe docenten", "Drie jaar begeleiding voor startende docenten"),
        questions=("Hoe blijven startende docenten op onze school?",),
        steps=(
            "Elke starter heeft een maatje in de sectie en een coach daarbuiten.",
            "In het eerste jaar geeft een starter vier lessen minder en bezoekt in die tijd anderen.",
            "Starters komen elke maand bij elkaar zonder leidinggevende.",
        ),
        results=(
            "Van de veertien starters van de afgelopen drie jaar werken er dertien nog bij ons.",
            "Ook ervaren docenten vragen nu om een maatje.",
        ),
        conditions=("Geld voor de lesvermindering.",),
        failed=("De begeleiding bij de drukste collega neerleggen.",),
        tags=("startende docenten", "inductie", "coaching"),
        sectors=("PO", "VO", "MBO", "SO"),
    ),
    Seed(
        slug="werkplaats",
        titles=("De mentorenwerkplaats", "Een middag per maand samen oefenen"),
        questions=("Hoe worden mentoren beter in lastige gesprekken?",),
        steps=(
            "Mentoren brengen een gesprek in dat nog moet komen.",
            "Een collega speelt de leerling of de ouder; na vijf minuten wisselen de rollen.",
            "De groep noemt alleen wat werkte.",
        ),
        results=(
            "Mentoren voeren gesprekken die zij eerst uitstelden.",
            "Ouders merken dat afspraken tussen mentoren op elkaar lijken.",
        ),
        conditions=("Een kleine groep, en geen toeschouwers.",),
        failed=("Een acteur inhuren: het werd een voorstelling.",),
        tags=("mentor", "gespreksvoering", "werkplaats"),
        sectors=("VO", "MBO", "SO"),
    ),
    Seed(
        slug="gespreid-leiderschap",
        titles=("Gespreid leiderschap: docenten leiden de verandering", "De leiding delen met docenten"),
        questions=("Hoe geven wij docenten echt zeggenschap over de ontwikkeling van het onderwijs?",),
        steps=(
            "Vier docenten kregen een opdracht, uren en een budget waarover zij zelf beslissen.",
            "De schoolleider spreekt hen om de week en neemt geen besluiten terug.",
            "Aan het eind van het jaar vertellen zij de hele school wat is gelukt en wat niet.",
        ),
        results=(
            "Plannen komen verder dan papier, omdat de bedenkers ze uitvoeren.",
            "Twee van de vier zijn begonnen aan een opleiding voor schoolleider.",
        ),
        conditions=("Een schoolleider die kan loslaten.",),
        failed=("Zeggenschap beloven en het budget houden.",),
        tags=("gespreid leiderschap", "eigenaarschap", "teamontwikkeling"),
        sectors=ALL_SECTORS,
    ),
    Seed(
        slug="ouderbetrokkenheid",
        titles=("Ouders als partner", "Een koffieochtend die ouders zelf organiseren"),
        questions=("Hoe bereiken wij ouders die nooit op school komen?",),
        steps=(
            "Een groep ouders nodigt anderen uit in de eigen taal en op een plek buiten school.",
            "De schoolleider luistert en doet geen mededelingen.",
            "Wat ouders inbrengen, staat een maand later op een lijst met wat ermee is gedaan.",
        ),
        results=(
            "Van de gezinnen die wij nooit zagen, kwam de helft minstens een keer.",
            "Het verzuim in de eerste twee leerjaren daalde.",
        ),
        conditions=("Iemand die de wijk kent.",),
        failed=("Een nieuwsbrief van drie bladzijden.",),
        tags=("ouders", "ouderbetrokkenheid", "verzuim"),
        sectors=("PO", "VO", "SO"),
    ),
    Seed(
        slug="verzuim",
        titles=("Verzuim terugdringen door te bellen", "Elke afwezige leerling wordt dezelfde dag gebeld"),
        questions=("Wat helpt om leerlingen die wegblijven weer naar school te krijgen?",),
        steps=(
            "Voor half tien belt iemand die de leerling kent, met de vraag hoe het gaat.",
            "Na drie keer volgt een huisbezoek door mentor en zorgcoördinator.",
            "Elke week bespreekt een klein team tien leerlingen en spreekt per leerling één stap af.",
        ),
        results=(
            "Het ongeoorloofd verzuim is gehalveerd.",
            "Vier leerlingen die thuis zaten, volgen weer lessen.",
        ),
        conditions=("Een verzuimcoördinator die niet ook les hoeft te geven.",),
        failed=("Een brief van de leerplichtambtenaar als eerste stap.",),
        tags=("verzuim", "thuiszitters", "zorg"),
        sectors=("VO", "MBO", "SO"),
    ),
    Seed(
        slug="loopbaan",
        titles=("Loopbaanoriëntatie die in de lessen zit", "LOB: vragen stellen aan het echte werk"),
        questions=("Hoe kiezen {groep} een vervolgopleiding die bij hen past?",),
        steps=(
            "Elk vak koos één les waarin iemand van buiten vertelt hoe het vak in het werk terugkomt.",
            "Leerlingen lopen twee dagen mee en stellen vragen die zij vooraf bedachten.",
            "De mentor voert drie gesprekken over wat dat met hun keuze doet.",
        ),
        results=(
            "Minder leerlingen wisselen in het eerste jaar van opleiding.",
            "Leerlingen kunnen uitleggen waarom zij kiezen wat zij kiezen.",
        ),
        conditions=("Een decaan met een netwerk.",),
        failed=("Een beurs met zestig kraampjes.",),
        tags=("LOB", "loopbaan", "decaan"),
        sectors=("VO", "MBO"),
    ),
)
