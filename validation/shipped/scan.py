"""The statements of the 360° scan that ship, by theme and competency; organisations change them at will.

Each line: theme, competency, and two statements in Dutch and English. “X” stands nowhere: whoever answers knows whom it
is about.
"""

SCAN: dict[tuple[str, str], list[tuple[str, str]]] = {
    ("veranderen", "richting"): [
        ("Maakt duidelijk waar een verandering heen gaat.", "Makes clear where a change is heading."),
        ("Legt uit waarom iets anders moet.", "Explains why something has to be different."),
    ],
    ("veranderen", "draagvlak"): [
        ("Luistert naar twijfel en doet er iets mee.", "Listens to doubt and does something with it."),
        ("Geeft mensen een eigen aandeel in een verandering.", "Gives people a part of their own in a change."),
    ],
    ("veranderen", "volhouden"): [
        ("Kijkt onderweg wat werkt en stelt bij.", "Looks on the way at what works, and adjusts."),
        ("Zorgt dat afspraken blijven gelden.", "Sees to it that agreements go on being kept."),
    ],
    ("kwaliteit", "onderzoeken"): [
        ("Zoekt eerst uit wat er aan de hand is.", "Finds out first what is going on."),
        ("Gebruikt cijfers en lesbezoek om te begrijpen.", "Uses figures and visits to lessons to understand."),
    ],
    ("kwaliteit", "verbeteren"): [
        ("Kiest samen met het team wat beter moet.", "Chooses together with the team what is to be better."),
        ("Zorgt dat plannen ook gebeuren.", "Sees to it that plans come about."),
    ],
    ("kwaliteit", "verantwoorden"): [
        ("Vertelt open wat goed gaat en wat niet.", "Tells openly what goes well and what does not."),
        ("Legt keuzes uit zodat iedereen ze begrijpt.", "Explains choices so that everybody understands them."),
    ],
    ("mensen", "leerklimaat"): [
        ("Maakt dat fouten besproken kunnen worden.", "Makes that mistakes can be talked about."),
        ("Geeft tijd om van elkaar te leren.", "Gives time to learn from each other."),
    ],
    ("mensen", "gesprek"): [
        ("Zegt ook wat moeilijk te zeggen is.", "Says what is hard to say, too."),
        ("Heeft oog voor groei en werkdruk.", "Has an eye for growth and workload."),
    ],
    ("mensen", "spreiden"): [
        ("Laat anderen leiden waar zij sterk in zijn.", "Lets others lead in what they are strong at."),
        ("Steunt wie een nieuwe taak op zich neemt.", "Supports who takes on a new task."),
    ],
    ("toekomst", "visie"): [
        ("Vertelt wat de school wil zijn.", "Tells what the school wants to be."),
        ("Brengt ontwikkelingen van buiten naar binnen.", "Brings in developments from outside."),
    ],
    ("toekomst", "ontwerpen"): [
        ("Zorgt dat lessen en toetsen bij de visie passen.", "Sees to it that lessons and tests fit the view."),
        ("Kiest middelen die het onderwijs echt helpen.", "Chooses means that really help education."),
    ],
    ("toekomst", "leerling"): [
        ("Vraagt leerlingen wat zij ervan vinden.", "Asks pupils what they think of it."),
        ("Doet zichtbaar iets met wat leerlingen zeggen.", "Visibly does something with what pupils say."),
    ],
    ("omgeving", "netwerken"): [
        ("Haalt kennis van buiten de school.", "Fetches knowledge from outside the school."),
        ("Deelt wat de school leerde met anderen.", "Shares with others what the school learned."),
    ],
    ("omgeving", "belangen"): [
        ("Weet wat voor anderen belangrijk is.", "Knows what is important to others."),
        ("Kiest zo dat het uit te leggen is.", "Chooses in a way that can be explained."),
    ],
    ("omgeving", "gelijke-kansen"): [
        ("Let op wie dreigt buiten de boot te vallen.", "Watches who may be left out."),
        ("Zoekt partners om elke leerling te laten meedoen.", "Finds partners so that every pupil can take part."),
    ],
    ("persoonlijk", "zelfkennis"): [
        ("Vraagt om feedback en gebruikt die.", "Asks for feedback and uses it."),
        ("Kent eigen sterke en zwakke kanten.", "Knows the own strong and weak sides."),
    ],
    ("persoonlijk", "kompas"): [
        ("Blijft bij wat belangrijk is, ook onder druk.", "Holds on to what is important, also under pressure."),
        ("Doet wat is toegezegd.", "Does what was promised."),
    ],
    ("persoonlijk", "balans"): [
        ("Bewaakt eigen tijd en energie.", "Guards the own time and energy."),
        ("Helpt anderen hun grenzen te bewaken.", "Helps others to guard their limits."),
    ],
}
