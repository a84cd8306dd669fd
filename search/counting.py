"""Counting facets: a facet's own choice does not narrow its own counts."""

from collections import Counter
from collections.abc import Iterable, Mapping

from search.models import FacetLabel, FacetSet
from search.request import SearchRequest
from search.results import FacetValue

Facets = Mapping[str, list[str]]
Counts = dict[str, Counter[str]]

_CHUNK = 5_000


class _KnownSets:
    """Facet sets already read by this process. Their key is a hash of their content, so they never go stale."""

    most = 50_000

    def __init__(self) -> None:
        self._sets: dict[str, Facets] = {}

    def get(self, keys: Iterable[str]) -> dict[str, Facets]:
        wanted = set(keys)
        known = {key: found for key in wanted if (found := self._sets.get(key)) is not None}
        missing = sorted(wanted - known.keys())
        for start in range(0, len(missing), _CHUNK):
            known |= FacetSet.objects.filter(pk__in=missing[start : start + _CHUNK]).values_list("pk", "facets")
        if len(self._sets) + len(missing) > self.most:
            self._sets.clear()
        self._sets |= {key: known[key] for key in missing if key in known}
        return known


known_sets = _KnownSets()


def count(request: SearchRequest, sizes: Mapping[str, int]) -> tuple[int, Counts]:
    """From facet-set key → number of documents: how many fit all choices, and the counts of every facet's values."""
    sets = known_sets.get(sizes)
    counts: Counts = {name: Counter() for name in request.facets}
    total = 0
    for key, size in sizes.items():
        facets = sets.get(key, {})
        unmet = [name for name, chosen in request.selection.items() if not set(chosen) & set(facets.get(name, ()))]
        if not unmet:
            total += size
        if len(unmet) <= 1:
            for name in unmet or counts:
                counts[name].update(dict.fromkeys(facets.get(name, ()), size))
    return total, counts


def offered(request: SearchRequest, counts: Counts) -> dict[str, list[FacetValue]]:
    """The values to choose from: those that would find something, most first, and every value chosen."""
    labels = _labels(request, counts)
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
    labels |= {("kind", searchable.kind): str(searchable.label) for searchable in request.searchables}
    for searchable in request.searchables:
        for name in searchable.facets:
            for value in [*counts.get(name, ()), *request.selection.get(name, [])]:
                if (label := searchable.value_label(name, value)) is not None:
                    labels[name, value] = str(label)
    return labels
