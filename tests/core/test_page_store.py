"""The shelves of visitors' pages stay within their size."""

from core.page_cache.store import Entry, Store


def entry(size: int) -> Entry:
    return Entry(1, 0.0, None, {}, "", b"x" * size, b"", None)


def key(path: str, *query):
    return ("http", "leernetwerk.example", path, query)


def test_what_was_not_asked_for_longest_goes_first():
    store = Store(megabytes=1)
    for path in ("/a", "/b"):
        store.put(key(path), entry(200_000))
    store.get(key("/a"))

    store.put(key("/c"), entry(200_000))

    assert store.get(key("/b")) is None
    assert store.get(key("/a"))
    assert store.pages.size <= 512 * 1024


def test_variants_with_a_query_do_not_push_pages_out():
    store = Store(megabytes=1)
    store.put(key("/a"), entry(100))

    for number in range(100):
        store.put(key("/a", ("page", (str(number),))), entry(100_000))

    assert store.get(key("/a"))
    assert store.variants.size <= 512 * 1024


def test_a_size_of_nothing_stores_nothing():
    store = Store(megabytes=0)

    store.put(key("/a"), entry(1))

    assert store.get(key("/a")) is None
