"""What school leaders type, and how well each way of working of the demo's practices answers it.

A grade is 3 when a practice is what the reader looks for, 2 when it helps, 1 when it touches the subject; what is not
named has 0. Where a query names a school subject, a practice of another subject gets at most 1. Every third query is
kept out when the search is tuned (`held_out`): its figure tells whether tuning helped in general.
"""

from dataclasses import dataclass

# The demo's practices that were written in full, by what they are like.
WRITTEN = {
    "toetsbeleid-herzien-met-de-hele-sectie": "toetsvisie",
    "minder-cijfers-meer-feedback-in-de-onderbouw": "cijferloos",
    "examen-op-maat-een-vak-op-hoger-niveau-afsluiten": "hoger-niveau",
    "een-pta-dat-ruimte-laat": "pta-herzien",
    "toetsweek-eruit-leerweken-erin": "minder-toetsen",
    "leerlingen-maken-hun-eigen-toetsvragen": "eigen-toetsvragen",
    "digitaal-toetsen-in-de-aula": "digitaal-afnemen",
    "portfolio-in-plaats-van-schoolexamen-bij-kunst": "portfolio-examen",
    "samen-nakijken-elke-toets-met-vier-ogen": "becijferen-vergelijken",
}


@dataclass(frozen=True)
class Query:
    text: str
    grades: dict[str, int]
    subject: str = ""


QUERIES = (
    # One word, as written or in another form.
    Query("peerfeedback", {"peerfeedback": 3}),
    Query("herkansing", {"herkansen": 3, "pta-herzien": 1}),
    Query("herkansingen", {"herkansen": 3, "pta-herzien": 1}),
    Query("cijferloos", {"cijferloos": 3, "foutenanalyse": 1}),
    Query("mondelinge examens", {"mondeling": 3, "pta-herzien": 1}),
    Query("toetskalender", {"toetskalender": 3, "minder-toetsen": 2}),
    Query("rubrics", {"rubrics": 3, "peerfeedback": 2}),
    Query("verzuim", {"verzuim": 3, "ouderbetrokkenheid": 2}),
    Query("intervisie", {"intervisie": 3}),
    Query("portfolio's", {"portfolio-examen": 3, "digitaal-portfolio": 3}),
    Query("leerdoelen", {"leerdoelen": 3, "toetskwaliteit": 1, "itembank": 1, "cijferloos": 1}),
    Query("itembank", {"itembank": 3}),
    Query("profielwerkstuk", {"profielwerkstuk": 3}),
    Query("ouders", {"ouderbetrokkenheid": 3, "leergesprek": 2, "cijferloos": 2, "overgangsnormen": 1}),
    Query("zittenblijven", {"overgangsnormen": 3}),
    Query("dyslexie", {"mondeling": 3}),
    Query("motivatie", {"cijferloos": 3, "versneld-examen": 1}),
    Query("werkdruk", {"minder-toetsen": 3, "digitaal-afnemen": 1}),
    Query("privacy", {"adaptief-oefenen": 2, "digitaal-portfolio": 3}),
    Query("mentoren", {"werkplaats": 3, "leergesprek": 2, "toetskalender": 1, "verzuim": 1}),
    # Words that mean the same, abbreviations, other spellings.
    Query("programma van toetsing en afsluiting", {"pta-herzien": 3}),
    Query("PTA", {"pta-herzien": 3}),
    Query("zonder cijfers", {"cijferloos": 3, "foutenanalyse": 2}),
    Query("loopbaanoriëntatie en begeleiding", {"loopbaan": 3}),
    Query("lob", {"loopbaan": 3}),
    Query("collegiale consultatie", {"intervisie": 3, "lesson-study": 1}),
    Query("leraren die beginnen", {"startende-docenten": 3}),
    Query("beginnende leerkrachten begeleiden", {"startende-docenten": 3}),
    Query("AI", {"kunstmatige-intelligentie": 3}),
    Query("ChatGPT", {"kunstmatige-intelligentie": 3}),
    Query("proefwerken", {"minder-toetsen": 3, "toetskalender": 3, "eigen-tempo": 2, "foutenanalyse": 2}),
    Query("terugkoppeling van klasgenoten", {"peerfeedback": 3}),
    Query("spijbelen", {"verzuim": 3}),
    Query("thuiszitters", {"verzuim": 3}),
    Query("exit ticket", {"exitkaart": 3}),
    Query("toetsdruk verminderen", {"minder-toetsen": 3, "toetskalender": 2}),
    # Several words, compounds apart and together.
    Query("formatief evalueren invoeren", {"formatief-invoeren": 3}),
    Query("formatief handelen in de school", {"formatief-invoeren": 3}),
    Query("digitale toets laptops", {"digitaal-afnemen": 3}),
    Query("toetsen op de laptop", {"digitaal-afnemen": 3}),
    Query("vak op hoger niveau", {"hoger-niveau": 3}),
    Query("eerder eindexamen doen", {"versneld-examen": 3}),
    Query("vervroegd examen", {"versneld-examen": 3}),
    Query("toetsen in eigen tempo", {"eigen-tempo": 3}),
    Query("visie op toetsen", {"toetsvisie": 3}),
    Query("kwaliteit van toetsvragen", {"toetskwaliteit": 3, "itembank": 2, "eigen-toetsvragen": 1}),
    Query("samen nakijken", {"becijferen-vergelijken": 3}),
    Query("nakijkwerk vergelijken", {"becijferen-vergelijken": 3}),
    Query("lessen samen voorbereiden", {"lesson-study": 3}),
    Query("gesprek met ouders en leerling", {"leergesprek": 3, "overgangsnormen": 1, "cijferloos": 2}),
    Query("examen op de werkplek", {"proeve-praktijk": 3}),
    Query("praktijkexamen leerbedrijf", {"proeve-praktijk": 3}),
    Query("gespreid leiderschap", {"gespreid-leiderschap": 3}),
    Query("zeggenschap van docenten", {"gespreid-leiderschap": 3}),
    Query("leren van fouten", {"foutenanalyse": 3, "herkansen": 3}),
    Query("stof langer onthouden", {"flitsquiz": 3}),
    Query("data leerlingvolgsysteem", {"leerlingvolgsysteem": 3}),
    Query("oefenen op eigen niveau met software", {"adaptief-oefenen": 3}),
    # With a subject or a kind of school.
    Query("peerfeedback Engels", {"peerfeedback": 3}, "Engels"),
    Query("mondeling Frans", {"mondeling": 3}, "Frans"),
    Query("rekenen achterstand", {"rekentoets-digitaal": 3, "adaptief-oefenen": 2}),
    Query("adaptief rekenen", {"adaptief-oefenen": 3}, "rekenen"),
    Query("minder toetsen wiskunde", {"minder-toetsen": 3}, "wiskunde"),
    Query("portfolio mbo", {"portfolio-examen": 3, "digitaal-portfolio": 3}),
    Query("leerdoelen basisschool", {"leerdoelen": 3}),
    # As one would ask it aloud.
    Query("hoe krijg ik ouders op school", {"ouderbetrokkenheid": 3, "leergesprek": 2}),
    Query("wat doe je tegen spieken met kunstmatige intelligentie", {"kunstmatige-intelligentie": 3}),
    Query("hoe geven leerlingen elkaar goede feedback", {"peerfeedback": 3}),
    Query("nieuwe docenten behouden", {"startende-docenten": 3}),
    Query("hoe weet ik wie de les begrepen heeft", {"exitkaart": 3, "flitsquiz": 1}),
    Query("te veel toetsen in één week", {"toetskalender": 3, "minder-toetsen": 2}),
    Query("bevorderen zonder gemiddelden", {"overgangsnormen": 3}),
    # With a slip of the finger.
    Query("intervise", {"intervisie": 3}),
    Query("formatief evaluren", {"formatief-invoeren": 3}),
    Query("portfolo", {"portfolio-examen": 3, "digitaal-portfolio": 3}),
)


def held_out(number: int) -> bool:
    """Whether the query of this number is kept out of tuning."""
    return number % 3 == 2
