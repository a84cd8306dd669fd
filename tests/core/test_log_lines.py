"""The lines of the log as production writes them: in a process of its own, as logging is set up once per process."""

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import logging, logging.config
from config.settings.logs import logging_config

logging.config.dictConfig(logging_config(machine_readable=True, level="INFO"))
import structlog
from core.log_lines import request_of_lines

ours, other = structlog.get_logger("networks.services"), logging.getLogger("some.library")
with request_of_lines("abc-12345678"):
    ours.info("moved", meeting=3)
    other.warning("took %s s", 4, extra={"index": "pages"})
ours.debug("too much")
try:
    1 / 0
except ZeroDivisionError:
    ours.exception("failed")
    other.exception("failed too")
"""


def lines() -> list[dict]:
    run = subprocess.run([sys.executable, "-c", PROGRAM], env=os.environ, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stderr.splitlines()]


def test_our_lines_and_those_of_libraries_have_one_shape():
    ours, other, failed, failed_too = lines()

    assert (ours["event"], ours["meeting"]) == ("moved", 3)
    assert (ours["logger"], ours["level"]) == ("networks.services", "info")
    assert (other["event"], other["index"], other["logger"]) == ("took 4 s", "pages", "some.library")
    assert [line.get("request_id") for line in (ours, other, failed)] == ["abc-12345678", "abc-12345678", None]
    assert all(line["timestamp"].endswith("Z") for line in (ours, other, failed, failed_too))
    assert [line["exception"][0]["exc_type"] for line in (failed, failed_too)] == ["ZeroDivisionError"] * 2


FAILING = """
import logging.config
from config.settings.logs import logging_config

logging.config.dictConfig(logging_config(machine_readable=MACHINE, level="INFO"))
import structlog

def sign_in(word):
    1 / 0

try:
    sign_in("geheim" + "woord")
except ZeroDivisionError:
    structlog.get_logger("accounts").exception("failed")
"""


@pytest.mark.parametrize("machine", [True, False])
def test_a_line_about_an_error_holds_nothing_of_what_was_at_hand(machine):
    program = [sys.executable, "-c", FAILING.replace("MACHINE", str(machine))]
    told = subprocess.run(program, env=os.environ, capture_output=True, text=True, check=True).stderr

    assert "ZeroDivisionError" in told
    assert "sign_in" in told
    assert "geheimwoord" not in told
