"""Ways of working with formative assessment (theme `formatief-evalueren`)."""

from home.demo.corpus.seeds import ALL_SECTORS, Seed

SEEDS = (
    Seed(
        slug="cijferloos",
        titles=("Een jaar zonder cijfers voor {groep}", "Cijferloos leren bij {vak}"),
        questions=(
            "Wat doet het met de motivatie als {groep} geen cijfers meer krijgen?",
            "Kunnen wij {vak} geven zonder cijfers, en weten ouders dan nog hoe het gaat?",
        ),
        steps=(
            "In plaats van een cijfer krijgt elk werk een beschrijving: dit lukt, hier werk je aan, zo ga je verder.",
            "Ouders kregen vooraf een avond met voorbeelden en na elke periode een gesprek met hun kind erbij.",
            "Pas in het laatste leerjaar tellen cijfers weer mee.",
        ),
        results=(
            "Leerlingen lezen de feedback en gaan ermee aan het werk; vroeger keken zij alleen naar het getal.",
            "De motivatie steeg vooral bij leerlingen die eerder onvoldoendes verwachtten.",
        ),
        conditions=("Een team dat dezelfde taal spreekt over leerdoelen.",),
        failed=("Kleuren in plaats van cijfers: leerlingen telden ze gewoon om.",),
        tags=("cijferloos", "motivatie", "ouders"),
        sectors=("PO", "VO"),
    ),
    Seed(
        slug="peerfeedback",
        titles=("Peerfeedback bij {vak}", "Leerlingen geven elkaar feedback op hun werk voor {vak}"),
        questions=("Hoe leren {groep} elkaar feedback te geven waar iemand iets aan heeft?",),
        steps=(
            "Wij begonnen met voorbeelden van goed en minder goed werk en zochten samen de verschillen.",
            "Leerlingen bekijken elkaars werk met een rubric van vier regels en schrijven één tip en één vraag.",
            "Wie feedback kreeg, schrijft op wat er met de tip is gedaan.",
        ),
        results=(
            "De tweede versie van het werk is zichtbaar beter, en de docent kijkt gerichter na.",
            "Leerlingen herkennen kwaliteit en praten erover in de taal van het vak.",
        ),
        conditions=("Een klas waarin fouten maken mag.",),
        failed=("Feedback laten geven met een cijfer erbij.",),
        tags=("peerfeedback", "rubric", "feedback"),
        sectors=ALL_SECTORS,
    ),
    Seed(
        slug="leerdoelen",
        titles=("Leerdoelen die leerlingen begrijpen bij {vak}", "Leerdoelenkaarten bij {vak}"),
        questions=("Weten {groep} eigenlijk wat zij aan het leren zijn bij {vak}?",),
        steps=(
            "Elk hoofdstuk begint met een kaart met vijf leerdoelen in gewone taal.",
            "Leerlingen zetten zelf een streepje bij wat zij al kunnen en kiezen waar zij beginnen.",
            "Aan het eind laat ieder aan een klasgenoot zien wat er is geleerd.",
        ),
        results=(
            "Op de vraag wat de les was, antwoorden leerlingen nu met wat zij leerden in plaats van met de bladzijde.",
            "Leerlingen stellen vragen bij een leerdoel en beginnen zelfstandig.",
        ),
        conditions=("Doelen die de sectie samen heeft geschreven.",),
        failed=("Twintig doelen op één kaart.",),
        tags=("leerdoelen", "eigenaarschap", "zelfsturing"),
        sectors=("PO", "VO", "SO", "MBO"),
    ),
    Seed(
        slug="exitkaart",
        titles=("De exitkaart: weten wat blijft hangen", "Elke les {vak} afsluiten met één vraag"),
        questions=("Hoe zien wij aan het eind van de les wie de stof begrijpt?",),
        steps=(
            "In de laatste vijf minuten beantwoordt iedereen één vraag op een kaartje of op de telefoon.",
            "De docent legt de kaartjes op drie stapels: begrepen, bijna, nog niet.",
            "De volgende les begint met de middelste stapel.",
        ),
        results=(
            "Misverstanden komen dezelfde dag boven in plaats van in de toets.",
            "De start van de les is korter en past bij wat de klas nodig heeft.",
        ),
        conditions=("Vijf minuten die niet worden opgeofferd aan huiswerk opgeven.",),
        failed=("De kaartjes met een cijfer teruggeven.",),
        tags=("exitkaart", "controle van begrip", "lesafsluiting"),
        sectors=("PO", "VO", "MBO"),
    ),
    Seed(
        slug="leergesprek",
        titles=("Leergesprekken in plaats van rapportgesprekken", "De leerling leidt het gesprek over de voortgang"),
        questions=("Hoe wordt het gesprek met ouders over leren in plaats van over cijfers?",),
        steps=(
            "De leerling bereidt het gesprek voor met drie werken: iets om trots op te zijn, iets dat lastig was, iets voor later.",
            "Ouders en mentor luisteren eerst en stellen dan vragen van een kaart.",
            "Aan het eind schrijft de leerling één doel op dat alle drie ondertekenen.",
        ),
        results=(
            "Bijna alle ouders komen, ook die van leerlingen met wie het goed gaat.",
            "Leerlingen kunnen vertellen hoe zij leren en wat zij nodig hebben.",
        ),
        conditions=("Twintig minuten per gesprek en een mentor die kan zwijgen.",),
        failed=("Het rapport toch eerst uitdelen.",),
        tags=("leergesprek", "ouders", "mentor"),
        sectors=("PO", "VO", "SO"),
    ),
    Seed(
        slug="rubrics",
        titles=("Werken met rubrics bij {vak}", "Een rubric die leerlingen zelf maakten voor {vak}"),
        questions=("Hoe maken wij zichtbaar wat goed werk is bij {vak}?",),
        steps=(
            "Leerlingen sorteerden tien werken van vorig jaar en zeiden waarom het ene beter was.",
            "Van hun woorden maakte de docent een rubric met vier niveaus.",
            "Halverwege de opdracht scoort ieder het eigen werk en kiest één regel om te verbeteren.",
        ),
        results=(
            "Er is minder discussie over de beoordeling, want de eisen waren vanaf het begin bekend.",
            "Leerlingen leveren vaker een verbeterde versie in.",
        ),
        conditions=("Voorbeelden van echt werk.",),
        failed=("Een rubric van internet met twaalf criteria.",),
        tags=("rubric", "beoordelen", "succescriteria"),
        sectors=("VO", "MBO", "HBO"),
    ),
    Seed(
        slug="foutenanalyse",
        titles=("Leren van de toets bij {vak}", "Foutenanalyse: de toets is niet het einde"),
        questions=("Hoe zorgen wij dat {groep} iets doen met een gemaakte toets?",),
        steps=(
            "Leerlingen krijgen de toets terug zonder cijfer, alleen met streepjes bij de fouten.",
            "Zij sorteren hun fouten: niet geleerd, niet begrepen, niet goed gelezen, slordig.",
            "Daarna oefenen zij een half uur met de soort die het meest voorkwam; dan pas komt het cijfer.",
        ),
        results=(
            "Dezelfde fout komt in de volgende toets veel minder voor.",
            "Leerlingen zeggen niet meer dat zij gewoon dom zijn, maar noemen wat zij gaan doen.",
        ),
        conditions=("Een les waarin alleen wordt teruggekeken.",),
        failed=("De foutenanalyse als huiswerk meegeven.",),
        tags=("foutenanalyse", "leren van fouten", "metacognitie"),
        sectors=("PO", "VO"),
    ),
    Seed(
        slug="formatief-invoeren",
        titles=(
            "Formatief evalueren invoeren met een kernteam",
            "Van losse ideeën naar formatief handelen in de hele school",
        ),
        questions=("Hoe wordt formatief evalueren iets van de hele school in plaats van van enkele docenten?",),
        steps=(
            "Zes docenten vormden een kernteam en probeerden per maand één werkvorm uit.",
            "Zij lieten elkaar in hun lessen toe en vertelden in de teamvergadering wat mislukte.",
            "Na een jaar koos ieder team twee werkvormen die iedereen gebruikt.",
        ),
        results=(
            "Drie van de vier docenten gebruiken elke week een formatieve werkvorm.",
            "Het gesprek in de teams gaat over wat leerlingen al kunnen.",
        ),
        conditions=("Lesuren om bij elkaar te kijken.",),
        failed=("Een studiedag met een spreker, en daarna niets.",),
        tags=("formatief evalueren", "kernteam", "invoeren"),
        sectors=ALL_SECTORS,
    ),
)
