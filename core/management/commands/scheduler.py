"""The scheduler process: runs periodic jobs until it is told to stop."""

import signal
import threading
from typing import Any

import structlog
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections

from core import periodic

log = structlog.get_logger(__name__)


class Command(BaseCommand):
    help = "Runs the periodic jobs when they are due. One suffices; a second one does no harm."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due now, then end (for cron)")
        parser.add_argument("--pause", type=float, default=10, help="seconds between two looks (10)")

    def handle(self, *args: Any, once: bool, pause: float, **options: Any) -> None:
        if once:
            periodic.run_due()
            return
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        log.info("scheduler_started", jobs=sorted(periodic.jobs))
        while not stop.is_set():
            try:
                periodic.run_due()
            except DatabaseError as error:  # away for a moment: look again later
                log.warning("database_away", error=str(error))
            close_old_connections()
            stop.wait(pause)
        log.info("scheduler_stopped")
