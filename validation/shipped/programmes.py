"""The three programmes that ship, with the figures of DOMAIN.md 3a, 3b and 3c."""

from datetime import time
from typing import Any

from validation.shipped.cards import CARDS
from validation.shipped.themes import Words
from validation.states import Route

ORGANISATION = "Leernetwerk"
VAT = {
    "vat_text": "Vrijgesteld van btw.",
    "vat_text_en": "Exempt from VAT.",
}

SECTIONS = [
    Words(
        "vertrekpunt",
        "Vertrekpunt",
        "Starting point",
        "Welk ontwikkelproces of welke casus in uw school is het begin? Wat was er aan de hand, en wat was uw rol?",
        "Which development or case in your school is the beginning? What was the matter, and what was your role?",
    ),
    Words(
        "leerdoelen",
        "Leerdoelen",
        "Learning goals",
        "Wat wilde u zelf leren? Schrijf in de ik-vorm: het gaat om uw doelen, niet om die van de school.",
        "What did you yourself want to learn? Write as “I”: it is about your goals, not about those of the school.",
    ),
    Words(
        "bestemming",
        "Bestemming",
        "Destination",
        "Hoe is het nu? Beschrijf de nieuwe situatie, en welke bronnen u daarbij hielpen.",
        "How is it now? Describe the new situation, and which sources helped you there.",
    ),
    Words(
        "reflectie",
        "Reflectie",
        "Reflection",
        "Wat is er veranderd, en hoe? Wat deed en koos u zelf, en waarom? Ga in op de feedback van collega’s.",
        "What changed, and how? What did you do and choose yourself, and why? Take up the feedback of colleagues.",
    ),
]
OWN_ROLE = {"leerdoelen", "reflectie", "ervaring", "inzicht"}
PREPARATION = [
    Words(
        "vraag",
        "Mijn vraag",
        "My question",
        "Waar wilt u het over hebben, en waarom juist dat?",
        "What do you want to talk about, and why that?",
    ),
    Words(
        "ervaring",
        "Wat ik deed",
        "What I did",
        "Beschrijf een of twee situaties uit uw school en wat u daarin zelf deed.",
        "Describe one or two situations in your school and what you did in them yourself.",
    ),
    Words(
        "inzicht",
        "Wat ik leerde",
        "What I learned",
        "Wat weet of kunt u nu dat u eerst niet wist of kon?",
        "What do you know or can you do now that you could not before?",
    ),
]
PREPARATION_LAST = Words(
    "vooraf",
    "Wat de twee anderen vooraf weten",
    "What the two others know beforehand",
    "Wat moeten zij weten van u en uw school om goed met u in gesprek te gaan? Noem niemand bij naam.",
    "What do they need to know of you and your school to talk well with you? Give nobody’s name.",
)
QUESTIONS = [
    Words(
        "gezien",
        "Wat heeft u deze collega zien doen in deze ontwikkeling?",
        "What did you see this colleague do in this development?",
        "Noem een situatie die u zelf meemaakte.",
        "Name a situation that you were part of yourself.",
    ),
    Words(
        "effect",
        "Wat merkte u daarvan in uw werk of in de school?",
        "What did you notice of it in your work or in the school?",
    ),
    Words(
        "sterk",
        "Wat is sterk aan hoe deze collega leiding geeft?",
        "What is strong in how this colleague leads?",
    ),
    Words(
        "tip",
        "Wat kan deze collega verder ontwikkelen?",
        "What can this colleague develop further?",
    ),
]
MINIMUM = {
    "sections": 0,
    "words_max": 3000,
    "competencies": 0,
    "colleagues_min": 2,
    "colleagues_answered": 0,
    "sources_min": 4,
    "literature_min": 2,
    "evidence_min": 5,
    "evidence_max": 10,
    "evidence_marked": 0,
    "perspectives_min": 3,
    "own_role": 0,
    "privacy": 0,
}

WRITE = Words(
    "write",
    "Portfolio vullen",
    "Fill the portfolio",
    "U kiest thema’s en schrijft in eigen tempo, alleen of met anderen.",
    "You choose themes and write at your own pace, alone or with others.",
)
PORTFOLIO_STEPS: list[tuple[Words, int | None, int]] = [
    (WRITE, None, 0),
    (
        Words(
            "submit",
            "Inleveren",
            "Hand in",
            "Vindt u een thema klaar? Dan levert u het in. Hooguit twee thema’s tegelijk.",
            "Do you judge a theme done? Then you hand it in. At most two themes at a time.",
        ),
        None,
        0,
    ),
    (
        Words(
            "assess",
            "Beoordelen",
            "Assessing",
            "Twee assessoren beoordelen uw portfolio. Nog niet voldoende? Dan krijgt u feedback en tips.",
            "Two assessors assess your portfolio. Not sufficient yet? Then you get feedback and tips.",
        ),
        28,
        7,
    ),
    (
        Words(
            "talk",
            "Valideringsgesprek",
            "Validation talk",
            "Een gesprek met dezelfde twee assessoren, bij ons of bij uw bestuur.",
            "A talk with the same two assessors, at our place or at your board’s.",
        ),
        42,
        14,
    ),
    (
        Words(
            "certificate",
            "Certificaat",
            "Certificate",
            "Per thema een certificaat. Daarna gaat u verder met een volgend thema.",
            "A certificate per theme. Then you go on with a next theme.",
        ),
        None,
        0,
    ),
]
DIALOGUE_STEPS: list[tuple[Words, int | None, int]] = [
    (
        Words(
            "match",
            "Groep van drie",
            "Group of three",
            "De coördinator stelt een groep van drie schoolleiders voor.",
            "The coordinator proposes a group of three school leaders.",
        ),
        None,
        0,
    ),
    (
        Words(
            "write",
            "Voorbereiden",
            "Prepare",
            "U kiest een thema en bereidt een eigen gesprek voor.",
            "You choose a theme and prepare a conversation of your own.",
        ),
        None,
        0,
    ),
    (
        Words(
            "day",
            "Dag van het gesprek",
            "Day of the talk",
            "Een gesprek van vakmensen, begeleid door een procesbegeleider.",
            "A talk between professionals, guided by a facilitator.",
        ),
        None,
        0,
    ),
    (
        Words(
            "reflect",
            "Eindreflectie",
            "Final reflection",
            "Binnen 48 uur schrijft u een reflectie over de twee anderen.",
            "Within 48 hours you write a reflection on the two others.",
        ),
        2,
        1,
    ),
    (
        Words(
            "certificate",
            "Waardering",
            "Recognition",
            "De drie waarderen elkaar. U krijgt een certificaat voor uw thema.",
            "The three value each other. You get a certificate for your theme.",
        ),
        None,
        0,
    ),
]
INTAKE_STEPS: list[tuple[Words, int | None, int]] = [
    (
        Words(
            "intake",
            "Intake",
            "Intake",
            "Met een assessor bespreekt u de procedure, uw thema’s, wat als bewijs telt en hoeveel punten haalbaar lijken.",
            "With an assessor you discuss the procedure, your themes, what counts as evidence and how many points seem"
            " within reach.",
        ),
        21,
        7,
    ),
    (WRITE, None, 0),
    (
        Words(
            "progress",
            "Voortgangsgesprek",
            "Progress talk",
            "Een begeleider kijkt met u naar de opbouw van uw portfolio. Een 360°-scan helpt daarbij.",
            "A coach looks with you at the build-up of your portfolio. A 360° scan helps there.",
        ),
        None,
        0,
    ),
    (
        Words(
            "assess",
            "Toelating",
            "Admission",
            "Een assessor bekijkt of uw portfolio genoeg grond geeft voor het gesprek.",
            "An assessor judges whether your portfolio gives enough ground for the interview.",
        ),
        28,
        7,
    ),
    (
        Words(
            "talk",
            "Beoordelingsgesprek",
            "Assessment interview",
            "Een criteriumgericht interview (STARR) met twee assessoren, over uw portfolio en de 360°-scan.",
            "A criterion-based interview (STARR) with two assessors, over your portfolio and the 360° scan.",
        ),
        42,
        14,
    ),
    (
        Words(
            "award",
            "Registerpunten",
            "Register points",
            "Twee of meer assessoren kennen per thema punten toe.",
            "Two or more assessors award points per theme.",
        ),
        14,
        3,
    ),
]

PROGRAMMES: list[dict[str, Any]] = [
    {
        "slug": "portfolio",
        "route": Route.PORTFOLIO,
        "title": "Valideren met een portfolio",
        "title_en": "Validation with a portfolio",
        "version": VAT
        | {
            "summary": "U laat per thema in een portfolio zien wat u leerde, en voert daarover een gesprek.",
            "summary_en": "You show per theme in a portfolio what you learned, and talk about it.",
            "introduction": "Veel van wat u als schoolleider leert, leert u in het werk: door te lezen, scholen te bezoeken, "
            "met collega’s na te denken en te doen. In een portfolio laat u dat achteraf zien. U kiest zelf de thema’s "
            "en het tempo.",
            "introduction_en": "Much of what you learn as a school leader, you learn at work: by reading, visiting schools, "
            "thinking with colleagues and doing. In a portfolio you show that afterwards. You choose the themes and the "
            "pace.",
        },
        "sections": SECTIONS,
        "requirements": MINIMUM,
        "steps": PORTFOLIO_STEPS,
        "fees": [
            ("use", 40, "once"),
            ("assessing", 450, "theme"),
            ("talk", 500, "theme"),
            ("resubmission", 200, "time"),
            ("repeated_talk", 500, "time"),
        ],
    },
    {
        "slug": "dialoog",
        "route": Route.DIALOGUE,
        "title": "Schoolleiders waarderen schoolleiders",
        "title_en": "School leaders value school leaders",
        "version": VAT
        | {
            "summary": "Drie schoolleiders voeren op één dag een gesprek en waarderen elkaar.",
            "summary_en": "Three school leaders hold a talk on one day and value each other.",
            "introduction": "U bereidt een eigen gesprek voor over een thema dat u koos. Met twee andere schoolleiders en een "
            "procesbegeleider verdiept u het op één dag. Daarna schrijft u over de twee anderen wat u zag en hoorde.",
            "introduction_en": "You prepare a conversation of your own on a theme that you chose. With two other school "
            "leaders and a facilitator you deepen it in one day. Afterwards you write about the two others what you saw "
            "and heard.",
            "themes_at_once": 1,
            "talk_minutes": 360,
            "day_starts": time(11, 0),
            "day_ends": time(17, 0),
        },
        "sections": [*PREPARATION, PREPARATION_LAST],
        "cards": CARDS,
        "requirements": {"sections": 0, "own_role": 0},
        "steps": DIALOGUE_STEPS,
        "fees": [("whole", 950, "once")],
    },
    {
        "slug": "intake",
        "route": Route.INTAKE,
        "title": "Valideren met een intake",
        "title_en": "Validation with an intake",
        "version": VAT
        | {
            "summary": "Na een intake bouwt u met een begeleider een portfolio op, en twee assessoren kennen punten toe.",
            "summary_en": "After an intake you build a portfolio with a coach, and two assessors award points.",
            "introduction": "U begint met een gesprek over wat u wilt laten valideren. Een begeleider kijkt mee terwijl u uw "
            "portfolio opbouwt, en een 360°-scan laat zien hoe anderen uw leiderschap ervaren.",
            "introduction_en": "You begin with a talk about what you want to have validated. A coach looks along while you "
            "build your portfolio, and a 360° scan shows how others experience your leadership.",
            "assessors_admitting": 1,
            "talk_minutes": 150,
            "talk_minutes_most": 180,
            "talk_minutes_two_themes": 180,
        },
        "sections": SECTIONS,
        "requirements": MINIMUM,
        "steps": INTAKE_STEPS,
        "fees": [("whole", 2195, "once")],
    },
]
