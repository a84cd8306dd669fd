"""`make bench [ARGS="servers"]`: run the benchmarks, print a table of each, keep the figures in `bench/results/`.

A benchmark is a module here with `WHAT: str` and `run() -> list[dict]`: one row for ours and one for each peer, all
measured in this one run on this machine, since figures of different machines or hours say nothing together.
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
    for name in sys.argv[1:] or names():
        benchmark = importlib.import_module(f"bench.{name}")
        rows = benchmark.run()
        machine = {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.platform()}
        result = {
            "what": benchmark.WHAT,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            **machine,
            "rows": rows,
        }
        (HERE / "results" / f"{name}.json").write_text(json.dumps(result, indent=2) + "\n")
        print(f"\n{benchmark.WHAT}\n\n{table(rows)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
