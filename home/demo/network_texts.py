"""The learning network that ships as an example (DOMAIN.md 1), its meetings and what people say in it."""

from datetime import date

TITLE = "Flexibilisering van toetsing en examinering"
SLUG = "flexibilisering-van-toetsing-en-examinering"
QUESTION_OF = {
    "schoolleider": "Hoe maken wij van ons toetsbeleid iets dat het leren versterkt in plaats van alleen meet?",
    "schoolleider2": "Welke toetsen kunnen wij missen, en wat komt ervoor in de plaats?",
    "schoolleider3": "Hoe laten wij leerlingen examen doen op het niveau en het moment dat bij hen past?",
}
THEMES = (
    ("toetsbeleid", "Toetsbeleid", "Assessment policy"),
    ("formatief-evalueren", "Formatief evalueren", "Formative assessment"),
    ("flexibel-examineren", "Flexibel examineren", "Flexible examination"),
    ("digitaal-toetsen", "Digitaal toetsen", "Digital testing"),
    ("teamontwikkeling", "Teamontwikkeling", "Team development"),
)
# The first two days of 2018 stand in no source; these fit "before the summer holiday".
SERIES_2018 = (
    (date(2018, 5, 14), "Kennismaken en de leervraag scherp krijgen", "Het Meridiaan College, Waterwoude"),
    (date(2018, 6, 18), "Dient ons toetsbeleid het leren?", "Scholengemeenschap De Kweek, Lingedam"),
    (date(2018, 9, 10), "Past het beleid bij onze visie?", "Het Noorderlyceum, Oosterhaven"),
    (date(2018, 11, 5), "Het PTA en flexibel onderwijs", "Het Meridiaan College, Waterwoude"),
    (date(2018, 12, 10), "Flexibel toetsen en examineren: wat nemen wij mee?", "Centraal in het land"),
)
NEXT_SERIES = (
    "Kennismaken en de leervraag scherp krijgen",
    "Wat toetsen wij, en waarom?",
    "Feedback in plaats van cijfers",
    "Examineren op maat",
    "Delen wat werkt, en hoe verder in de eigen school",
)
INTRODUCTION = (
    "Schoolleiders onderzoeken samen het toetsbeleid van de eigen school en verkennen flexibele vormen van toetsen en "
    "examineren."
)
SECTIONS = {
    "what": "<p>Samen met andere scholen evalueert u het toetsbeleid van uw school. Dient toetsen bij u het leren? Past het "
    "beleid bij de visie? Sluiten de PTA's aan bij flexibeler onderwijs? Daarna verkent u hoe toetsen en examens "
    "flexibeler kunnen.</p>",
    "for_whom": "<p>Voor schoolleiders in het voortgezet onderwijs die met hun school werken aan flexibeler onderwijs. Per "
    "bijeenkomst mag u één collega van uw eigen school meenemen: een andere leidinggevende, een ontwikkelaar of een "
    "docent.</p>",
    "where": "<p>De plaats kiezen wij met elkaar: op de scholen van deelnemers of ergens centraal in het land.</p>",
    "gains": "<ul><li>vijf bijeenkomsten met een procesbegeleider die theorie en praktijk verbindt</li>"
    "<li>experts die meedenken over uw leervraag</li><li>een besloten plek om tussendoor kennis en ervaring te delen</li>"
    "<li>extra ondersteuning voor uw school, op aanvraag</li></ul>",
    "asks": "<ul><li>u bent bij alle bijeenkomsten aanwezig</li><li>u wilt het antwoord op uw leervraag in de hele "
    "school laten landen</li><li>u maakt in de school tijd en middelen vrij</li><li>u deelt goede praktijk en materialen, "
    "zodat ook scholen die niet meedoen ervan leren</li></ul>",
    "cost": "<p>Deelname is gratis.</p>",
}
SECTIONS_EN = {
    "what": "<p>Together with other schools you evaluate your own school's assessment policy. Does testing serve learning? "
    "Does the policy fit your vision? Then you explore how tests and examinations can become more flexible.</p>",
    "for_whom": "<p>For leaders of secondary schools who work towards more flexible education. To each meeting you may bring "
    "one colleague of your own school.</p>",
    "where": "<p>We choose the place together: at participants' schools or somewhere central.</p>",
    "gains": "<ul><li>five meetings with a facilitator who links theory and practice</li><li>experts who think along "
    "with you</li><li>a private place to share knowledge and experience between meetings</li><li>extra support for your "
    "school, on request</li></ul>",
    "asks": "<ul><li>you are present at all meetings</li><li>you want the whole school to benefit from the answer to "
    "your learning question</li><li>you free time and means in the school</li><li>you share good practice and "
    "materials, so that schools that take no part can learn from them</li></ul>",
    "cost": "<p>Taking part is free.</p>",
}
GROUP = {
    "founder": "schoolleider",
    "guest": "schoolleider2",
    "name": "Intervisie Waterdam",
    "purpose": "Elke maand één vraag uit de eigen school, een uur, om de beurt.",
    "title": "Mijn vraag voor dinsdag",
    "opening": "Een ervaren docent wil niet mee met het nieuwe toetsbeleid. Ik wil dat gesprek goed voorbereiden.",
}
THREADS = (
    (
        "schoolleider",
        "discussion",
        "Welke toets kunt u missen?",
        "Op onze studiedag stelden wij elke sectie deze vraag. Het leverde een stil kwartier op, en daarna een heel goed "
        "gesprek. Welke toets zou u als eerste schrappen?",
        (
            ("schoolleider2", "Bij ons de so's van de dinsdag. Niemand wist meer waarom die er waren."),
            ("begeleider", "Mooi! Wilt u bij de volgende bijeenkomst vertellen hoe u dat gesprek voerde?"),
            ("schoolleider", "Graag. Ik neem de gespreksleidraad mee."),
        ),
    ),
    (
        "begeleider",
        "discussion",
        "Voorbereiding op de volgende bijeenkomst",
        "Neem één toets mee waar u trots op bent en één waar u over twijfelt. Wij leggen ze naast elkaar.",
        (("schoolleider3", "Mag het ook een praktische opdracht zijn?"), ("begeleider", "Zeker, juist leuk.")),
    ),
    (
        "schoolleider3",
        "question",
        "Hoe regelt u de surveillance in keuzeweken?",
        "Wij denken aan vier keuzeweken per jaar. Het rooster lukt, maar de surveillance nog niet. Wie heeft dit opgelost?",
        (("schoolleider", "Wij werken met een vast team van vijf mensen. Ik stuur u de planning."),),
    ),
)
TITLE_EN = "Flexible assessment and examination"
INTRODUCTION_EN = (
    "School leaders examine their own school's assessment policy together and explore flexible ways of testing and "
    "examining."
)
