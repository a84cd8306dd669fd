"""Offers of the demo: address, in how many days it starts, facts, and per language the words."""

INDEX = {
    "nl": ("Aanbod", "Bijeenkomsten, trainingen en hulp op maat, naast de leernetwerken."),
    "en": ("Offers", "Meetings, training and help made to measure, besides the learning networks."),
}

OFFERS: tuple[tuple[str, int | None, dict, dict], ...] = (
    (
        "informatiebijeenkomst-valideren",
        24,
        {"status": "open"},
        {
            "nl": {
                "title": "Informatiebijeenkomst: valideren van wat u leert",
                "lead": "In anderhalf uur hoort u hoe u informeel leren laat meetellen, en ontmoet u anderen die beginnen.",
                "dates": "15.30 tot 17.00 uur",
                "place": "Online",
                "audience": "Schoolleiders die willen beginnen",
                "cost": "Gratis",
                "text": "<p>U hoort welke routes er zijn en ziet een portfolio van binnen. Aan het eind kunt u een intervisiegroep vormen.</p>",
            },
            "en": {
                "title": "Information meeting: validating what you learn",
                "lead": "In an hour and a half you hear how to let informal learning count, and meet others who begin.",
                "dates": "15:30 to 17:00",
                "place": "Online",
                "audience": "School leaders who want to begin",
                "cost": "Free",
                "text": "<p>You hear which routes there are and see a portfolio from the inside. At the end you can form a peer group.</p>",
            },
        },
    ),
    (
        "training-procesbegeleider",
        52,
        {"status": "last_places"},
        {
            "nl": {
                "title": "Training voor procesbegeleiders",
                "lead": "Drie dagdelen over het begeleiden van schoolleiders die samen leren: vragen stellen, opdrachten geven, terugkijken.",
                "dates": "Drie donderdagmiddagen",
                "place": "Het Noorderlyceum, Oosterhaven",
                "audience": "Wie een leernetwerk gaat begeleiden",
                "cost": "Gratis",
                "text": "<p>U oefent met een vraag uit uw eigen netwerk en neemt een draaiboek mee naar huis.</p>",
            },
            "en": {
                "title": "Training for facilitators",
                "lead": "Three half days on guiding school leaders who learn together: asking questions, setting assignments, looking back.",
                "dates": "Three Thursday afternoons",
                "place": "Het Noorderlyceum, Oosterhaven",
                "audience": "Those who will facilitate a learning network",
                "cost": "Free",
                "text": "<p>You practise with a question from your own network and take a script home.</p>",
            },
        },
    ),
    (
        "leernetwerk-kansengelijkheid",
        None,
        {"status": "announced"},
        {
            "nl": {
                "title": "Leernetwerk kansengelijkheid",
                "lead": "Wij zoeken scholen die samen willen onderzoeken hoe elke leerling een eerlijke kans krijgt.",
                "audience": "Schoolleiders in po en vo",
                "cost": "Gratis",
                "text": "<p>Bij genoeg belangstelling begint dit netwerk volgend schooljaar. Laat weten dat u mee wilt doen, dan denkt u mee over tijd en plaats.</p>",
            },
            "en": {
                "title": "Learning network on equal opportunities",
                "lead": "We look for schools that want to study together how every pupil gets a fair chance.",
                "audience": "School leaders in primary and secondary education",
                "cost": "Free",
                "text": "<p>With enough interest this network begins next school year. Tell us that you would like to join, and you help choose time and place.</p>",
            },
        },
    ),
    (
        "leernetwerk-op-maat",
        None,
        {"status": "open", "custom": True},
        {
            "nl": {
                "title": "Een leernetwerk op maat voor uw bestuur",
                "lead": "Hebben meer scholen van uw bestuur dezelfde vraag? Dan maken wij er samen een leernetwerk van.",
                "audience": "Besturen met drie of meer scholen",
                "cost": "In overleg",
                "text": "<p>Wij bespreken uw vraag, zoeken een procesbegeleider en plannen de bijeenkomsten op uw eigen scholen.</p>",
            },
            "en": {
                "title": "A learning network made for your board",
                "lead": "Do several schools of your board have the same question? Then together we make a learning network of it.",
                "audience": "Boards with three or more schools",
                "cost": "In consultation",
                "text": "<p>We discuss your question, look for a facilitator and plan the meetings at your own schools.</p>",
            },
        },
    ),
)
