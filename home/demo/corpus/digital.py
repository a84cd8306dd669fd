"""Ways of working with digital testing (theme `digitaal-toetsen`)."""

from home.demo.corpus.seeds import Seed

SEEDS = (
    Seed(
        slug="adaptief-oefenen",
        titles=("Adaptief oefenen bij {vak}", "Een oefentoets die meebeweegt bij {vak}"),
        questions=("Helpt adaptieve software {groep} om bij {vak} op het juiste niveau te oefenen?",),
        steps=(
            "Leerlingen oefenen drie keer per week een kwartier met opgaven die zich aanpassen aan hun antwoorden.",
            "De docent bekijkt op vrijdag het overzicht en kiest wie extra uitleg krijgt.",
            "Elke zes weken vergelijken wij de software met een gewone toets.",
        ),
        results=(
            "Sterke leerlingen oefenen moeilijker stof, zwakke leerlingen herhalen zonder dat de klas het ziet.",
            "De achterstand van twaalf leerlingen is in een half jaar ingelopen.",
        ),
        conditions=("Goede afspraken over privacy met de leverancier.",),
        failed=("De software de instructie laten vervangen.",),
        tags=("adaptief", "oefenen", "ict"),
        sectors=("PO", "VO", "MBO"),
    ),
    Seed(
        slug="digitaal-afnemen",
        titles=("Digitaal toetsen op eigen laptops", "Een toets afnemen op vijfhonderd laptops"),
        questions=("Hoe nemen wij toetsen digitaal af zonder storingen en zonder spieken?",),
        steps=(
            "Wij begonnen met één leerjaar, een afgesloten browser en een reservestapel papier.",
            "Een helpdesk van drie bovenbouwleerlingen loopt rond.",
            "Elke afname eindigt met een formulier over wat haperde.",
        ),
        results=(
            "Van de veertig afnames liepen er twee vertraging op; het nakijken gaat twee keer zo snel.",
            "Docenten zien per vraag hoe de klas het deed.",
        ),
        conditions=("Wifi die een hele jaarlaag aankan.",),
        failed=("In de toetsweek beginnen.",),
        tags=("digitaal toetsen", "laptops", "ict"),
        sectors=("VO", "MBO", "HBO"),
    ),
    Seed(
        slug="kunstmatige-intelligentie",
        titles=("Toetsen nu leerlingen een chatbot hebben", "Afspraken over kunstmatige intelligentie bij {vak}"),
        questions=("Hoe weten wij bij {vak} wat een leerling zelf kan, nu een tekst in een minuut te maken is?",),
        steps=(
            "De sectie liet alle opdrachten van een jaar door een chatbot maken en keek welke bleven staan.",
            "Werkstukken kregen een logboek, tussenversies en een kort gesprek.",
            "Leerlingen schrijven op waarvoor zij kunstmatige intelligentie gebruikten en wat zij controleerden.",
        ),
        results=(
            "Er is duidelijkheid: leerlingen weten wat mag en docenten beschuldigen minder.",
            "Drie opdrachten verdwenen, vier werden beter.",
        ),
        conditions=("Een school die de tijd neemt om samen te proberen.",),
        failed=("Programma's die zeggen wie vals speelde: zij vergisten zich te vaak.",),
        tags=("kunstmatige intelligentie", "fraude", "werkstuk"),
        sectors=("VO", "MBO", "HBO"),
    ),
    Seed(
        slug="itembank",
        titles=("Een gedeelde vragenbank voor {vak}", "Itembank van drie scholen"),
        questions=("Hoe delen scholen toetsvragen voor {vak}, zo dat de kwaliteit goed blijft?",),
        steps=(
            "Drie scholen spraken een vaste vorm af: leerdoel, niveau, vraag, antwoord, waar het misgaat.",
            "Elke vraag wordt door iemand van een andere school gemaakt voordat hij de bank in gaat.",
            "Na afname komen de uitslagen terug bij de vraag.",
        ),
        results=(
            "De bank telt na twee jaar 1.400 vragen; een toets samenstellen kost een uur in plaats van een middag.",
            "Docenten leren van elkaars vragen.",
        ),
        conditions=("Iemand met uren voor het beheer.",),
        failed=("Alle oude toetsen inladen en later opruimen.",),
        tags=("itembank", "vragenbank", "samenwerking"),
        sectors=("VO", "MBO"),
    ),
    Seed(
        slug="leerlingvolgsysteem",
        titles=("Gegevens uit het leerlingvolgsysteem samen lezen", "Data gebruiken zonder te verdrinken"),
        questions=("Welke gegevens helpen een team echt om {groep} verder te brengen?",),
        steps=(
            "Elk team koos één vraag en zocht daar gegevens bij, in plaats van andersom.",
            "Drie keer per jaar lezen wij een uur lang dezelfde grafiek en schrijven wat wij zien voordat wij verklaren.",
            "Een afspraak telt pas als er een datum en een naam bij staan.",
        ),
        results=(
            "De vergaderingen gaan over tien leerlingen en één plan in plaats van over alle grafieken.",
            "Twee keer zagen wij een daling vroeg genoeg om iets te doen.",
        ),
        conditions=("Een begeleider die doorvraagt.",),
        failed=("Iedereen een dashboard geven.",),
        tags=("opbrengstgericht werken", "leerlingvolgsysteem", "data"),
        sectors=("PO", "VO", "SO"),
    ),
    Seed(
        slug="digitaal-portfolio",
        titles=("Een digitaal portfolio op de telefoon", "Het leren vastleggen met foto en geluid"),
        questions=("Hoe leggen {groep} vast wat zij leren, zonder dat het een tweede administratie wordt?",),
        steps=(
            "Leerlingen maken een foto of een geluidsopname van hun werk en zeggen er één zin bij.",
            "Elke twee weken kiezen zij met de mentor wat blijft.",
            "Ouders kijken mee met wat de leerling deelt.",
        ),
        results=(
            "Ook leerlingen die weinig schrijven, laten hun ontwikkeling zien.",
            "Het portfolio wordt gebruikt in het gesprek en is niet langer een verplichting.",
        ),
        conditions=("Heldere afspraken over foto's en privacy.",),
        failed=("Een systeem dat alleen op een laptop werkte.",),
        tags=("digitaal portfolio", "telefoon", "reflectie"),
        sectors=("PO", "VO", "SO", "MBO"),
    ),
    Seed(
        slug="flitsquiz",
        titles=("Ophalen wat je nog weet: de flitsquiz bij {vak}", "Elke les beginnen met vijf vragen"),
        questions=("Hoe onthouden {groep} de stof van {vak} langer dan tot de toets?",),
        steps=(
            "De les begint met vijf vragen: twee over gisteren, twee over vorige maand, één over het begin van het jaar.",
            "Antwoorden tellen niet mee; wie twijfelt, zoekt het op.",
            "Een programma kiest de vragen zo dat alles terugkomt.",
        ),
        results=(
            "De resultaten op de eindtoets stegen met een halve punt, vooral bij wie thuis weinig leert.",
            "Leerlingen beginnen direct te werken als zij binnenkomen.",
        ),
        conditions=("Vragen die u een jaar lang bewaart.",),
        failed=("Een wedstrijd met punten: de helft haakte af.",),
        tags=("retrieval practice", "herhalen", "quiz"),
        sectors=("PO", "VO", "MBO"),
    ),
    Seed(
        slug="rekentoets-digitaal",
        titles=("Rekenproblemen vroeg zien met een korte digitale toets", "Rekenen: van screening naar hulp"),
        questions=("Hoe ontdekken wij in oktober wie vastloopt met rekenen?",),
        steps=(
            "Alle nieuwe leerlingen maken in de tweede week een digitale toets van veertig minuten.",
            "De rekencoördinator praat met iedereen die onder de grens zit voordat er een etiket komt.",
            "Een groep van acht krijgt twee keer per week hulp, met hetzelfde materiaal als in de klas.",
        ),
        results=(
            "Van de dertig leerlingen met achterstand waren er in maart achttien bij.",
            "Docenten van andere vakken weten wat zij mogen verwachten.",
        ),
        conditions=("Een rekencoördinator met vaste uren.",),
        failed=("De uitslag zonder gesprek naar huis sturen.",),
        tags=("rekenen", "screening", "achterstanden"),
        sectors=("PO", "VO", "MBO"),
    ),
)
