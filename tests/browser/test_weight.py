"""What a first visit costs a phone: in production shape, with compression, on the demo content."""

import pytest

from bench.site import manage, production_environment, serving
from bench.weight import PAGES, SERVER, weigh

MOST_BYTES = 120_000  # pictures aside
MOST_SCRIPT = 20_000
MOST_SHIFT = 0.02


@pytest.fixture(scope="module")
def in_production(product, tmp_path_factory):
    database = product.folder / "site.sqlite3"
    if not database.exists():
        pytest.skip("the product that is measured keeps its data elsewhere")
    environment = production_environment(tmp_path_factory.mktemp("production"), f"sqlite:///{database}")
    manage(environment, ["collectstatic", "--noinput"])
    with serving([*SERVER, "config.wsgi"], environment) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("page", ["home page", "practice"])
def test_a_page_is_light_stays_where_it_is_and_asks_nobody_else(in_production, browser, page):
    weight = weigh(browser, in_production + PAGES[page])

    assert weight.total <= MOST_BYTES, weight.kinds
    assert weight.script <= MOST_SCRIPT, weight.kinds
    assert weight.shift < MOST_SHIFT
    assert weight.elsewhere == set()
