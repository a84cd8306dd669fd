"""`make bench [ARGS="servers"]`: run the benchmarks, print a table of each, keep the figures in `bench/results/`.

A benchmark is a module here with `WHAT: str` and `run() -> list[dict]`: one row for ours and one for each peer, all
measured in this one run on this machine, since figures of different machines or hours say nothing together. One
that has figures to reach says with `missed(rows) -> list[str]` which it did not: then this exits with 1.
"""

import importlib
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = {
    "site",
    "peer",
    "bare",
    "crowd",
    "members",
    "talker",
    "textbook",
    "judged",
    "judging",
    "many",
    "bare_search",
}  # what the benchmarks share


def names() -> list[str]:
    return sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_") and path.stem not in PARTS)


def table(rows: list[dict]) -> str:
    """The rows as a Markdown table."""
    heads = list(rows[0])
    lines = [heads, ["---"] * len(heads), *[[str(row[head]) for head in heads] for row in rows]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> int:
    missed = [line for name in sys.argv[1:] or names() for line in measure(name)]
    for line in missed:
        print(f"\nNot reached: {line}", flush=True)
    return 1 if missed else 0


def measure(name: str) -> list[str]:
    """Run one, keep and print its figures; answers which wanted ones were not reached."""
    benchmark = importlib.import_module(f"bench.{name}")
    rows = benchmark.run()
    keep(name, benchmark.WHAT, rows)
    print(f"\n{benchmark.WHAT}\n\n{table(rows)}", flush=True)
    return benchmark.missed(rows) if hasattr(benchmark, "missed") else []


def keep(name: str, what: str, rows: list[dict]) -> None:
    """Write the figures down, with what they were measured on."""
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.platform()}
    result = {"what": what, "at": datetime.now(UTC).isoformat(timespec="seconds"), **machine, "rows": rows}
    (HERE / "results" / f"{name}.json").write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
