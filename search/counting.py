"""Counting facets: a facet's own choice does not narrow its own counts."""

import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from itertools import chain

from search.engines import Found
from search.models import FacetLabel, FacetSet
from search.request import SearchRequest
from search.results import FacetValue

Counts = dict[str, Counter[str]]
Pairs = tuple[str, ...]
"""The values of one facet set as "facet=value": strings remember their hash, so counting them is quick."""

_CHUNK = 5_000


class _KnownSets:
    """Facet sets already read by this process. Their key is a hash of their content, so they never go stale."""

    most = 50_000

    def __init__(self) -> None:
        self._sets: dict[str, Pairs] = {}

    def pairs(self, keys: Collection[str]) -> Mapping[str, Pairs]:
        """Pairs per key, for these keys and perhaps more."""
        missing = sorted(key for key in keys if key not in self._sets)
        if len(self._sets) + len(missing) > self.most:
            self._sets = {}
            missing = sorted(keys)
        for start in range(0, len(missing), _CHUNK):
            found = FacetSet.objects.filter(pk__in=missing[start : start + _CHUNK])
            self._sets |= {key: _pairs(facets) for key, facets in found.values_list("pk", "facets")}
        return self._sets

    def facets(self, key: str | None) -> dict[str, list[str]]:
        """A set's values per facet; it must have been read with `pairs`."""
        facets: dict[str, list[str]] = {}
        for pair in self._sets.get(key or "", ()):
            name, _equals, value = pair.partition("=")
            facets.setdefault(name, []).append(value)
        return facets


known_sets = _KnownSets()


def _pairs(facets: Mapping[str, list[str]]) -> Pairs:
    return tuple(sys.intern(f"{name}={value}") for name, values in facets.items() for value in values)


def count(request: SearchRequest, sizes: Mapping[str, int]) -> Found:
    """All but the rows. sizes: facet-set key → number of documents that the words find."""
    sets = known_sets.pairs(sizes)
    chosen = {name: {f"{name}={value}" for value in values} for name, values in request.selection.items()}
    # What fits all choices counts for every facet; what misses one choice only counts for that facet.
    fitting: dict[str | None, dict[int, list[Pairs]]] = defaultdict(lambda: defaultdict(list))
    numbers: Counter[str | None] = Counter()
    for key, size in sizes.items():
        pairs = sets.get(key, ())
        unmet = [name for name, values in chosen.items() if values.isdisjoint(pairs)]
        if len(unmet) <= 1:
            only = unmet[0] if unmet else None
            fitting[only][size].append(pairs)
            numbers[only] += size
    counts: Counts = {name: Counter() for name in request.facets}
    for only, by_size in fitting.items():
        _add(counts, by_size, only)
    total = numbers[None]
    without = {name: total + numbers[name] for name in chosen}
    return Found(total=total, counts=counts, without=without, unfiltered=sum(sizes.values()))


def _add(counts: Counts, by_size: Mapping[int, list[Pairs]], only: str | None) -> None:
    for size, sets in by_size.items():
        for pair, times in Counter(chain.from_iterable(sets)).items():
            name, _equals, value = pair.partition("=")
            if name in counts and only in (None, name):
                counts[name][value] += size * times


def offered(request: SearchRequest, counts: Counts) -> dict[str, list[FacetValue]]:
    """The values to choose from: those that would find something, most first, and every value chosen."""
    labels = _labels(request, counts) if request.facets else {}
    offered: dict[str, list[FacetValue]] = {}
    for name in request.facets:
        chosen = request.selection.get(name, [])
        found = counts.get(name, Counter())
        values = [
            FacetValue(
                value=value, label=labels.get((name, value), value), count=found[value], selected=value in chosen
            )
            for value in dict.fromkeys([*found, *chosen])
            if found[value] or value in chosen
        ]
        offered[name] = sorted(values, key=lambda value: (-value.count, value.label.casefold(), value.value))
    return offered


def _labels(request: SearchRequest, counts: Counts) -> dict[tuple[str, str], str]:
    values = {value for name in counts for value in [*counts[name], *request.selection.get(name, [])]}
    stored = FacetLabel.objects.filter(
        kind__in=request.kinds, facet__in=request.facets, value__in=sorted(values)[:5_000]
    )
    labels = {(facet, value): label for facet, value, label in stored.values_list("facet", "value", "label")}
    labels |= {
        ("kind", searchable.kind): str(searchable.plural or searchable.label) for searchable in request.searchables
    }
    for searchable in request.searchables:
        for name in searchable.facets:
            for value in [*counts.get(name, ()), *request.selection.get(name, [])]:
                if (label := searchable.value_label(name, value)) is not None:
                    labels[name, value] = str(label)
    return labels
