from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.build import build_demo


class Command(BaseCommand):
    help = "Fill the database with the demo accounts, the example network and good practices; twice does no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--practices", type=int, default=24, help="published practices in all (24)")
        parser.add_argument("--members", type=int, default=0, help="participants besides the demo accounts (0)")
        parser.add_argument("--posts", type=int, default=0, help="posts besides those of the example (0)")
        parser.add_argument("--seed", type=int, default=2018, help="the same seed makes the same content")
        parser.add_argument("--force", action="store_true", help="also where DEBUG is off")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG and not options["force"]:
            raise CommandError(
                "This is not a development installation (DEBUG is off). Use --force to do it all the same."
            )
        for name in ("practices", "members", "posts"):
            if options[name] < 0:
                raise CommandError(f"--{name} takes a number of 0 or more.")
        made = build_demo(
            practices_wanted=options["practices"],
            members=options["members"],
            posts=options["posts"],
            seed=options["seed"],
        )
        self.stdout.write(f"The demo is there: {made}.")
