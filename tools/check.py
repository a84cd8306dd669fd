"""Every check that is not a test, each named with its time; all run even when one fails.

`python tools/check.py [NAME …]` runs only the named ones.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
CHECKS: dict[str, list[str]] = {
    "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "lint": [PYTHON, "-m", "ruff", "check", "."],
    "types": [PYTHON, "-m", "mypy"],
    "layers": [str(Path(PYTHON).parent / "lint-imports"), "--no-logo"],
    "migrations": [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
    "translations": [PYTHON, "tools/catalogues.py", "check"],
    "addresses": [PYTHON, "tools/check.py", "--addresses"],
}
# Written so that this file does not find itself.
FORBIDDEN = {
    "the address of a package registry": re.compile(
        r"py[p]i\.org|python[h]osted\.org|registry\.n[p]mjs|repo1?\.m[a]ven|cr[a]tes\.io|proxy\.gol[a]ng|deb\.deb[i]an"
    ),
    "a path outside the repository": re.compile(r"\.\./s[h]ared|/w[o]rk/|/r[o]ot/|/tmp/b[a]sh_jobs"),
}


def main() -> int:
    if sys.argv[1:] == ["--addresses"]:
        return addresses()
    failed = [name for name in sys.argv[1:] or CHECKS if not passes(name)]
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def passes(name: str) -> bool:
    """Run one check; its output is shown only when it fails."""
    start = time.monotonic()
    done = subprocess.run(CHECKS[name], cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"{name:<13}{verdict} ({time.monotonic() - start:.0f} s)", flush=True)
    if done.returncode != 0:
        print((done.stdout + done.stderr).rstrip(), flush=True)
    return done.returncode == 0


def environment() -> dict[str, str]:
    """The checks look at the code alone: no service, and the test settings."""
    services = {"DATABASE_URL", "REDIS_URL", "ELASTICSEARCH_URL"}
    kept = {name: value for name, value in os.environ.items() if name not in services}
    return kept | {"DJANGO_SETTINGS_MODULE": "config.settings.test"}


def addresses() -> int:
    """Find what must not stand in any tracked file, lock files included."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    found = 0
    for name in filter(None, listed.stdout.split("\0")):
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            for what, pattern in FORBIDDEN.items():
                if pattern.search(line):
                    print(f"{name}:{number}: {what}: {line.strip()[:120]}")
                    found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
