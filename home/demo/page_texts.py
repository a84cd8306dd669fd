"""The words on the first pages, in Dutch and English."""

HOME = {
    "nl": {
        "headline": "Samen leren leiden",
        "lead": "Schoolleiders werken in leernetwerken aan een vraag van hun eigen school. Wat werkt, delen zij hier, ook met "
        "scholen die niet meedoen.",
        "networks": "Leernetwerken",
        "practices": "Nieuw in de praktijkvoorbeelden",
        "most_used": "Veel gebruikt door andere scholen",
        "agenda": "Agenda",
        "news": "Nieuws",
        "steps": "Zo werkt een leernetwerk",
        "step_list": (
            ("Meld u aan", "<p>U kiest een leernetwerk en vertelt welke vraag uw school heeft.</p>"),
            ("Leer samen", "<p>In een reeks bijeenkomsten en in de online discussie werkt u aan uw leervraag.</p>"),
            ("Probeer uit", "<p>Op uw eigen school brengt u in praktijk wat u leert.</p>"),
            ("Deel wat werkt", "<p>U schrijft een praktijkvoorbeeld. Elke school mag het lezen en gebruiken.</p>"),
        ),
    },
    "en": {
        "headline": "Leading is learning together",
        "lead": "School leaders work in learning networks on a question of their own school. What works they share here, also "
        "with schools that take no part.",
        "networks": "Learning networks",
        "practices": "New in the library of good practice",
        "most_used": "Much used by other schools",
        "agenda": "Agenda",
        "news": "News",
        "steps": "How a learning network works",
        "step_list": (
            ("Sign up", "<p>You choose a learning network and say which question your school has.</p>"),
            (
                "Learn together",
                "<p>In a series of meetings and in the online discussion you work on your question.</p>",
            ),
            ("Try it out", "<p>In your own school you put into practice what you learn.</p>"),
            ("Share what works", "<p>You write up a good practice. Every school may read and use it.</p>"),
        ),
    },
}

STANDARD = {
    "over-ons": {
        "nl": (
            "Over dit platform",
            "Waarom schoolleiders hier van elkaar leren, en wie het mogelijk maakt.",
            "<p>In een leernetwerk onderzoeken schoolleiders van verschillende scholen samen een vraag uit hun eigen praktijk. "
            "Een procesbegeleider verbindt theorie en praktijk. Alles wat deelnemers delen, blijft bewaard als "
            "praktijkvoorbeeld dat iedere school mag gebruiken.</p>",
        ),
        "en": (
            "About this platform",
            "Why school leaders learn from each other here, and who makes it possible.",
            "<p>In a learning network school leaders of several schools study a question from their own practice together. A "
            "facilitator links theory and practice. What participants share is kept as good practice that every school "
            "may use.</p>",
        ),
    },
}
