"""What the portfolio says that the demo's assessors read. Everything in it is invented."""

from typing import Any

SECTIONS = {
    "vertrekpunt": """In onze school kozen leerlingen in de derde klas een profiel na twee voorlichtingsavonden en één gesprek. Een op de vijf stapte in de vierde over. Mentoren vonden dat jammer, maar zagen het als iets van leerlingen. Ik vond dat het iets van ons was.

Ik was toen een jaar rector. Ik heb eerst met elk team apart gesproken over wat zij zagen, en pas daarna gezegd waar ik naartoe wilde: leerlingen die weten wat zij kiezen.""",
    "leerdoelen": """Ik wilde leren om een verandering te leiden die niet van mij is. Ik ben snel, en mijn eerste plannen waren af voordat iemand had meegedacht.

Ook wilde ik leren om vol te houden. Ik begon vaker iets dan dat ik het afmaakte.""",
    "bestemming": """Leerlingen lopen nu in de derde klas drie dagen mee in een vak naar keuze, en schrijven daarover met hun mentor. Het aantal leerlingen dat overstapt is gehalveerd. De mentoren hebben het plan geschreven; twee van hen leiden het.

Uit wat wij lazen namen wij het idee over om klein te proberen en elke zes weken te kijken wat het opleverde. Eén onderdeel, de avond met ouders, hebben we daarna geschrapt.""",
    "reflectie": """Ik heb geleerd dat twijfel informatie is. Een team dat niet wilde, bleek gelijk te hebben: de meeloopdagen vielen in hun toetsweek. Ik heb mijn planning toen losgelaten en hen de dagen laten kiezen.

Mijn collega's schrijven dat ik beter luister, en dat ik soms nog invul wat zij willen zeggen. Dat klopt. Ik vat nu eerst samen wat ik hoorde voordat ik iets voorstel.""",
}
PASSAGES = {
    "richting": ("vertrekpunt", "en pas daarna gezegd waar ik naartoe wilde"),
    "draagvlak": ("reflectie", "Ik heb mijn planning toen losgelaten en hen de dagen laten kiezen."),
    "volhouden": ("bestemming", "elke zes weken te kijken wat het opleverde"),
}
SOURCES: tuple[tuple[Any, ...], ...] = (
    ("book", True, "Grootveld, T.", 2015, "Klein beginnen, groot leren", {"publisher": "Uitgeverij Leerpad"}),
    (
        "article",
        True,
        "Nooitgedagt, E., & Prins, W.",
        2017,
        "Weerstand als raad",
        {"container": "Tijdschrift voor Schoolleiding", "volume": "12(1)", "pages": "6–11"},
    ),
    ("web", False, "Steunpunt Loopbaan", 2018, "Meelopen in een vak", {"link": "https://loopbaan.example/meelopen"}),
    ("event", False, "", 2018, "Schoolbezoek aan het Vakcollege Het Anker", {}),
)
EVIDENCE = tuple(
    {
        "title": title,
        "link": f"https://noorderlyceum.example/{place}",
        "supports": supports,
        "perspective": perspective,
        "part": "quote",
        "quote": quote,
    }
    for title, place, perspective, supports, quote in (
        (
            "Plan van de mentoren",
            "plan",
            "colleague",
            "De mentoren schreven het plan zelf.",
            "Wij beginnen met één klas.",
        ),
        (
            "Overstappers in de vierde klas",
            "overstappers",
            "data",
            "Het aantal overstappers is gehalveerd.",
            "Van 21 naar 10 procent.",
        ),
        (
            "Verslag van de leerlingenraad",
            "leerlingenraad",
            "pupil",
            "Leerlingen weten beter wat zij kiezen.",
            "Nu weet ik wat je bij dat vak de hele dag doet.",
        ),
        (
            "Brief van de ouderraad",
            "ouderraad",
            "parent",
            "Ouders merken het verschil.",
            "Onze zoon koos dit keer zelf.",
        ),
        (
            "Mijn logboek",
            "logboek",
            "own",
            "Ik liet mijn planning los.",
            "Zij kiezen de dagen, niet ik.",
        ),
    )
)
FEEDBACK = (
    (
        "Tom Vink",
        "tom.vink@noorderlyceum.example",
        "Zij vroeg ons eerst wat wij zagen. Dat was nieuw.",
        "Zo begin ik nu elk overleg.",
    ),
    (
        "Rosa Blank",
        "rosa.blank@noorderlyceum.example",
        "Soms vult zij in wat wij willen zeggen.",
        "Ik vat eerst samen, en vraag of het klopt.",
    ),
)
BEGUN = {
    "ontwikkeling": ("sufficient", "Van de profielkeuze naar het meelopen: elke stap volgt uit wat ervoor stond."),
    "eigen-rol": ("sufficient", "Zij beschrijft wat zij losliet, en waarom."),
    "bronnen": ("insufficient", "Twee bronnen worden genoemd en nergens gebruikt."),
}
