"""What search engines are told cannot break out of its element."""

import json
import re

from core.structured_data import address, as_script, breadcrumbs, described


def test_no_text_ends_the_element():
    evil = 'Toetsen</script><script>alert("x")</script>&\u2028'

    html = as_script(described("Thing", name=evil))

    assert html.count("<script") == html.count("</script") == 1
    data = json.loads(re.search(r">(.*)<", html)[1])
    assert data == {"@context": "https://schema.org", "@type": "Thing", "name": evil}


def test_what_is_not_known_is_not_said():
    assert described("Event", name="Start", location=None, about=[], url="") == {"@type": "Event", "name": "Start"}
    assert as_script(None) == ""


def test_the_way_here_has_whole_addresses():
    steps = breadcrumbs([("Home", "/"), ("Nieuws", "")])["itemListElement"]

    assert steps[0]["item"] == address("/")
    assert "item" not in steps[1]
