"""The counts of every facet are those that one gets by counting practices one by one, whatever is chosen."""

from random import Random

import pytest

from resources.choices import Licence, MaterialKind, SchoolSize, SchoolType
from resources.models import Practice
from schools.models import Sector
from tests.factories.networks import NetworkFactory, ThemeFactory
from tests.factories.people import UserFactory
from tests.factories.resources import PracticeFactory

PRACTICES, COMBINATIONS = 60, 500
WORDS = ("mentoren", "roosteren", "begroting")
FACETS = ("theme", "sector", "school_type", "size", "material", "network", "year", "licence")


@pytest.fixture
def random():
    return Random(2018)


@pytest.fixture
def practices(db, random):
    """Published ones of every sort, and between them some that nobody may find."""
    writer = UserFactory()
    themes = [ThemeFactory(slug=f"thema-{letter}") for letter in "abcd"]
    networks = [None, *(NetworkFactory(page=False, slug=f"netwerk-{n}", hidden=n == 2) for n in range(3))]
    for number in range(PRACTICES + 10):
        first = random.choice([None, 2018, 2019, 2020])
        PracticeFactory(
            title=f"{random.choice(WORDS).title()} {number}",
            contributor=writer,
            state="published" if number < PRACTICES else random.choice(["draft", "submitted", "withdrawn"]),
            sector=random.choice(Sector.values[:3]),
            school_type=random.choice(["", *SchoolType.values[:3]]),
            school_size=random.choice(["", *SchoolSize.values[:2]]),
            first_year=first,
            last_year=first and first + random.randint(0, 2),
            licence=random.choice(Licence.values[:3]),
            network=random.choice(networks),
            themes=random.sample(themes, random.randint(0, 3)),
            materials=random.sample(MaterialKind.values[:4], random.randint(0, 2)),
        )
    return [(it.title, facts(it)) for it in Practice.objects.published()]


def facts(practice):
    network = practice.network
    return {
        "theme": {theme.slug for theme in practice.themes.all()},
        "sector": {practice.sector},
        "school_type": {practice.school_type} - {""},
        "size": {practice.school_size} - {""},
        "material": {material.kind for material in practice.materials.all()},
        "network": {network.slug} if network and not network.hidden else set(),
        "year": {str(year) for year in range(practice.first_year, practice.last_year + 1)}
        if practice.first_year
        else set(),
        "licence": {practice.licence},
    }


def any_choice(random, practices):
    """Some values of some facets; now and then one that nothing has."""
    chosen = {}
    for name in random.sample(FACETS, random.randint(0, 4)):
        known = [*sorted(set().union(*(it[name] for _title, it in practices))), "bestaat-niet"]
        chosen[name] = random.sample(known, min(len(known), random.randint(1, 3)))
    return random.choice(["", "", *WORDS]), chosen


def counted(practices, text, chosen):
    """Titles, and per facet and value how many there would be; only values that find something, or are chosen."""
    named = [it for it in practices if text in it[0].lower()]

    def fits(found, besides=""):
        return all(found[name] & set(values) for name, values in chosen.items() if name != besides)

    counts = {}
    for name in FACETS:
        others = [found for _title, found in named if fits(found, besides=name)]
        values = set().union(*(found[name] for found in others)) | set(chosen.get(name, ()))
        counts[name] = {value: sum(value in found[name] for found in others) for value in values}
    return {title for title, found in named if fits(found)}, counts


def test_every_count_is_the_one_by_hand(engine, practices, random):
    for _time in range(COMBINATIONS):
        text, chosen = any_choice(random, practices)
        results = engine.search(text, kinds=["practice"], facets=chosen, limit=100)
        titles, counts = counted(practices, text, chosen)

        where = (text, chosen)
        assert results.total == len(titles), where
        assert {hit.title for hit in results.items} == titles, where
        for name in FACETS:
            assert {it.value: it.count for it in results.facets[name]} == counts[name], (name, where)
            assert {it.value for it in results.facets[name] if it.selected} == set(chosen.get(name, ())), where
