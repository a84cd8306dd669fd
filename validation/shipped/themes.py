"""The themes that ship, with the competencies in which a school leader shows them; organisations change them at will.

Each line: key, Dutch title, English title, Dutch explanation, English explanation.
"""

from typing import NamedTuple


class Words(NamedTuple):
    key: str
    title: str
    title_en: str
    text: str = ""
    text_en: str = ""


THEMES: list[tuple[Words, list[Words]]] = [
    (
        Words(
            "veranderen",
            "Leiden van verandering",
            "Leading change",
            "Een verandering in uw school beginnen, op gang houden en laten beklijven.",
            "Beginning a change in your school, keeping it going and making it last.",
        ),
        [
            Words(
                "richting",
                "Richting geven",
                "Giving direction",
                "U maakt samen met het team duidelijk waar de verandering heen gaat en waarom.",
                "Together with the team you make clear where the change is heading, and why.",
            ),
            Words(
                "draagvlak",
                "Mensen meenemen",
                "Taking people along",
                "U luistert naar twijfel en weerstand, en geeft mensen een eigen aandeel.",
                "You listen to doubt and resistance, and give people a part of their own.",
            ),
            Words(
                "volhouden",
                "Volgen en bijsturen",
                "Following and adjusting",
                "U kijkt onderweg wat werkt, stelt bij en borgt wat blijft.",
                "You look on the way at what works, adjust, and secure what is to stay.",
            ),
        ],
    ),
    (
        Words(
            "kwaliteit",
            "Werken aan onderwijskwaliteit",
            "Working on the quality of education",
            "Weten hoe goed uw onderwijs is en met het team steeds iets beter doen.",
            "Knowing how good your education is, and always doing something better with the team.",
        ),
        [
            Words(
                "onderzoeken",
                "Onderzoekend kijken",
                "Looking with an inquiring mind",
                "U gebruikt gegevens, lesbezoek en gesprekken om te begrijpen wat er gebeurt.",
                "You use figures, visits to lessons and talks to understand what happens.",
            ),
            Words(
                "verbeteren",
                "Samen verbeteren",
                "Improving together",
                "U kiest met het team wat beter moet, en organiseert dat het gebeurt.",
                "You choose with the team what is to be better, and see to it that it happens.",
            ),
            Words(
                "verantwoorden",
                "Verantwoorden",
                "Giving account",
                "U legt aan ouders, bestuur en omgeving uit wat u doet en wat dat oplevert.",
                "You explain to parents, board and surroundings what you do and what comes of it.",
            ),
        ],
    ),
    (
        Words(
            "mensen",
            "Mensen en team ontwikkelen",
            "Developing people and the team",
            "Ervoor zorgen dat medewerkers leren, samenwerken en goed op hun plek zitten.",
            "Seeing to it that staff learn, work together and are in the right place.",
        ),
        [
            Words(
                "leerklimaat",
                "Een plek om te leren",
                "A place to learn",
                "U maakt leren van en met elkaar gewoon, ook als iets mislukt.",
                "You make learning from and with each other normal, also when something fails.",
            ),
            Words(
                "gesprek",
                "Het goede gesprek",
                "The good conversation",
                "U voert gesprekken over groei, inzet en werkdruk, en durft moeilijk te doen.",
                "You talk about growth, effort and workload, and dare to say what is hard.",
            ),
            Words(
                "spreiden",
                "Leiderschap spreiden",
                "Spreading leadership",
                "U laat anderen leiden waar zij sterk in zijn, met ruimte en steun.",
                "You let others lead in what they are strong at, with room and support.",
            ),
        ],
    ),
    (
        Words(
            "toekomst",
            "Toekomstgericht onderwijs",
            "Education for the future",
            "Onderwijs vormgeven dat leerlingen voorbereidt op wat komt.",
            "Shaping education that prepares pupils for what is to come.",
        ),
        [
            Words(
                "visie",
                "Een gedeelde visie",
                "A shared view",
                "U verbindt ontwikkelingen van buiten met wat de school wil zijn.",
                "You connect developments from outside with what the school wants to be.",
            ),
            Words(
                "ontwerpen",
                "Onderwijs ontwerpen",
                "Designing education",
                "U stuurt op programma, toetsing en middelen die bij die visie passen.",
                "You steer towards a programme, assessment and means that fit that view.",
            ),
            Words(
                "leerling",
                "De leerling aan het woord",
                "The pupil's say",
                "U laat leerlingen meedenken en weegt hun ervaring mee.",
                "You let pupils think along, and weigh what they experience.",
            ),
        ],
    ),
    (
        Words(
            "omgeving",
            "Verbinden met de omgeving",
            "Connecting with the surroundings",
            "Samenwerken met ouders, bestuur, gemeente, zorg en andere scholen.",
            "Working with parents, board, municipality, care and other schools.",
        ),
        [
            Words(
                "netwerken",
                "Netwerken gebruiken",
                "Using networks",
                "U haalt kennis van buiten en brengt kennis van uw school naar anderen.",
                "You fetch knowledge from outside and bring that of your school to others.",
            ),
            Words(
                "belangen",
                "Belangen afwegen",
                "Weighing interests",
                "U kent wat anderen belangrijk vinden en kiest uitlegbaar.",
                "You know what others find important, and choose in a way that you can explain.",
            ),
            Words(
                "gelijke-kansen",
                "Kansen voor iedereen",
                "Chances for everybody",
                "U zorgt met partners dat elke leerling mee kan doen.",
                "You see to it with partners that every pupil can take part.",
            ),
        ],
    ),
    (
        Words(
            "persoonlijk",
            "Persoonlijk leiderschap",
            "Personal leadership",
            "Weten wie u bent als leider en daar bewust mee werken.",
            "Knowing who you are as a leader, and working with that consciously.",
        ),
        [
            Words(
                "zelfkennis",
                "Zelfkennis",
                "Knowing yourself",
                "U kent uw sterke kanten, valkuilen en drijfveren, en vraagt feedback.",
                "You know your strengths, pitfalls and motives, and ask for feedback.",
            ),
            Words(
                "kompas",
                "Een eigen kompas",
                "A compass of your own",
                "U maakt keuzes die bij uw waarden passen, ook onder druk.",
                "You make choices that fit your values, also under pressure.",
            ),
            Words(
                "balans",
                "Energie en grenzen",
                "Energy and limits",
                "U bewaakt uw tijd en energie, en helpt anderen daarbij.",
                "You guard your time and energy, and help others to do so.",
            ),
        ],
    ),
]

CRITERIA = [
    Words(
        "ontwikkeling",
        "De ontwikkeling is te volgen",
        "The development can be followed",
        "Van vertrekpunt en leerdoelen naar de nieuwe situatie: het een volgt uit het ander.",
        "From starting point and goals to the new situation: one follows from the other.",
    ),
    Words(
        "eigen-rol",
        "De eigen rol is zichtbaar",
        "The own role is visible",
        "De schoolleider laat zien wat zij of hij zelf deed, koos en waarom.",
        "The school leader shows what she or he did and chose, and why.",
    ),
    Words(
        "bronnen",
        "De bronnen zijn gebruikt",
        "The sources are used",
        "Kennis uit literatuur en andere bronnen is verwerkt in keuzes, niet alleen genoemd.",
        "Knowledge from literature and other sources went into choices, and is not only named.",
    ),
    Words(
        "bewijs",
        "Het bewijs ondersteunt het verhaal",
        "The evidence supports the story",
        "Elk bewijsstuk laat zien wat ermee beweerd wordt, vanuit verschillende perspectieven.",
        "Each piece shows what is claimed with it, from different perspectives.",
    ),
    Words(
        "reflectie",
        "De reflectie gaat in op feedback",
        "The reflection takes up feedback",
        "Wat collega’s terugzien komt terug in wat de schoolleider over zichzelf zegt.",
        "What colleagues see returns in what the school leader says about herself or himself.",
    ),
]
