"""Where an invented practice took place: kinds of schools, who learns there and what."""

from dataclasses import dataclass

from resources.choices import SchoolType


@dataclass(frozen=True)
class Setting:
    """groups and places stand in the middle of a sentence; the groups are plural."""

    school_type: SchoolType
    school: str
    groups: tuple[str, ...]
    place: str
    sizes: tuple[int, int]


SETTINGS: dict[str, tuple[Setting, ...]] = {
    "VO": (
        Setting(SchoolType.VMBO, "vmbo-school", ("vmbo-leerlingen", "onze brugklassers"), "een vmbo-school", (350, 900)),
        Setting(SchoolType.HAVO, "havo", ("leerlingen in havo 4", "onze tweedeklassers"), "een havo", (500, 1100)),
        Setting(SchoolType.VWO, "gymnasium", ("leerlingen in vwo 5", "onze brugklassers"), "een gymnasium", (400, 900)),
        Setting(SchoolType.HAVO_VWO, "lyceum", ("leerlingen in de bovenbouw", "onze derdeklassers"), "een lyceum", (700, 1400)),
        Setting(SchoolType.COMPREHENSIVE, "scholengemeenschap", ("onze brugklassers", "leerlingen in de onderbouw"),
                "een brede school", (900, 1900)),
        Setting(SchoolType.PRAKTIJKONDERWIJS, "school voor praktijkonderwijs", ("onze leerlingen",), "een praktijkschool",
                (140, 320)),
    ),
    "PO": (
        Setting(SchoolType.BASISSCHOOL, "basisschool", ("leerlingen van groep 5", "leerlingen van groep 7 en 8"), "een basisschool",
                (110, 480)),
        Setting(SchoolType.BASISSCHOOL, "dorpsschool", ("onze leerlingen",), "een kleine school", (45, 130)),
        Setting(SchoolType.SBO, "school voor speciaal basisonderwijs", ("onze leerlingen",), "een sbo-school", (90, 220)),
    ),
    "MBO": (
        Setting(SchoolType.MBO, "mbo-college voor zorg", ("eerstejaars studenten", "studenten van niveau 3"), "een zorgcollege",
                (600, 1500)),
        Setting(SchoolType.MBO, "mbo-college voor techniek", ("studenten van niveau 4", "eerstejaars studenten"),
                "een techniekcollege", (500, 1300)),
    ),
    "SO": (
        Setting(SchoolType.SO, "school voor speciaal onderwijs", ("onze leerlingen",), "een so-school", (80, 190)),
        Setting(SchoolType.VSO, "vso-school", ("leerlingen in de uitstroomklassen",), "een vso-school", (90, 240)),
    ),
    "HBO": (Setting(SchoolType.HBO, "hogeschool", ("eerstejaars studenten", "studenten in de propedeuse"), "een hogeschool",
                    (1500, 4000)),),
}  # fmt: skip
SUBJECTS: dict[str, tuple[str, ...]] = {
    "VO": ("Nederlands", "wiskunde", "Engels", "geschiedenis", "biologie", "aardrijkskunde", "natuurkunde", "economie",
           "Frans", "scheikunde", "Duits", "kunst", "muziek", "lichamelijke opvoeding", "maatschappijleer", "filosofie"),
    "PO": ("rekenen", "begrijpend lezen", "taal", "spelling", "wereldoriëntatie", "Engels", "muziek"),
    "MBO": ("burgerschap", "rekenen", "Nederlands", "Engels", "verpleegtechniek", "installatietechniek"),
    "SO": ("rekenen", "taal", "praktische vaardigheden", "burgerschap"),
    "HBO": ("onderzoeksvaardigheden", "statistiek", "recht", "communicatie"),
}  # fmt: skip
SURROUNDINGS = (
    "in een middelgrote stad",
    "in een dorp aan een rivier",
    "in een nieuwbouwwijk",
    "in een oude havenstad",
    "in een streek waar het aantal leerlingen daalt",
    "op de grens van stad en platteland",
)
OCCASIONS = (
    "De aanleiding was een gesprek met onze leerlingen.",
    "Wij begonnen met twee klassen en breidden na een half jaar uit.",
    "Het onderwerp kwam uit de jaarlijkse evaluatie van het team.",
    "Een nieuwe collega bracht het idee mee van een vorige school.",
    "Wij werkten eraan in het leernetwerk en brachten het daarna in de eigen school.",
    "Ouders vroegen er al enkele jaren naar.",
    "Na een verbouwing hadden wij de ruimte om het anders te doen.",
)
AFTER = (
    "Dit zagen wij na een half jaar.",
    "Wij volgden het twee schooljaren.",
    "Volgend jaar doet de rest van de school mee.",
    "Wij vroegen het leerlingen en docenten met een korte vragenlijst.",
    "Het is nog vroeg, maar de richting is duidelijk.",
)
