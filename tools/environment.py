"""Make the virtual environment hold exactly what the lock files say: `environment.py [--dev]`.

Runs before anything is installed, so it uses the standard library only. Does nothing when all is in place;
mends or remakes a damaged `.venv`. Whatever goes wrong is told in one line, with exit status 1.
"""

import errno
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
INSTALLER = ROOT / "tools" / "uv.txt"
# Enough to tell a whole environment from a damaged one, in half a second.
PROBE = "import sys; assert sys.version_info >= (3, 11); "
PROBE_PACKAGES = "import channels, daphne, django, polib, psycopg, wagtail"
FULL = 4 * 1024 * 1024  # bytes
DISK_TROUBLE = ("No space left on device", "Read-only file system", "Permission denied", "Disk quota exceeded")


class Failure(Exception):
    """What to tell the user, in one line."""


def main() -> None:
    lock = ROOT / ("requirements-dev.txt" if "--dev" in sys.argv[1:] else "requirements.txt")
    directory = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(directory, fcntl.LOCK_EX)  # two makes at once: the second waits and finds the work done
    if up_to_date(lock):
        return
    if not works(PROBE):
        create()
    damaged = stamp(lock).exists() and not works(PROBE + PROBE_PACKAGES)
    stamp(lock).unlink(missing_ok=True)
    print(f"Installing the packages of {lock.name} …", flush=True)
    if not works("import uv"):
        run([PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "--only-binary=:all:", "-r", INSTALLER])
    repair = ["--reinstall"] if damaged else []
    run([VENV / "bin" / "uv", "pip", "install", "-q", "--python", PYTHON, "--require-hashes", *repair, "-r", lock])
    stamp(lock).write_text(fingerprint(lock))


def up_to_date(lock: Path) -> bool:
    path = stamp(lock)
    return path.is_file() and path.read_text() == fingerprint(lock) and works(PROBE + PROBE_PACKAGES)


def stamp(lock: Path) -> Path:
    return VENV / f"installed-{lock.name}"


def fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes() + INSTALLER.read_bytes()).hexdigest()


def works(code: str) -> bool:
    """Whether the environment's Python runs the code."""
    try:
        return subprocess.run([PYTHON, "-c", code], capture_output=True, check=False, timeout=120).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def create() -> None:
    """A new environment in the place of a missing or broken one."""
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        print("The virtual environment is damaged; making it anew.", flush=True)
        shutil.rmtree(VENV)
    try:
        import ensurepip  # noqa: F401  (Debian ships it apart)
    except ImportError:
        raise Failure(
            f"Python at {sys.executable} lacks its venv module; install it (Debian: apt install python3-venv)."
        ) from None
    print(f"Making a virtual environment with Python {sys.version.split()[0]} …", flush=True)
    run([sys.executable, "-m", "venv", VENV])


def run(command: list[object]) -> None:
    """Run quietly; turn a failure into one line."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    if shutil.disk_usage(ROOT).free < FULL:  # not every tool says that this is why it failed
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    output = done.stderr + done.stdout
    for trouble in DISK_TROUBLE:
        if trouble in output:
            raise Failure(f"Cannot set up the virtual environment in {VENV}: {trouble.lower()}.")
    lines = [words for line in output.splitlines() if (words := re.sub(r"^\W+", "", line).strip())]
    step = " ".join(Path(str(part)).name for part in command[:3])
    raise Failure(f"Setting up the virtual environment failed ({step}): {' / '.join(lines[-3:]) or 'no output'}")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(str(failure))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        hint = " Free some space." if error.errno == errno.ENOSPC else ""
        sys.exit(f"Cannot set up the virtual environment in {VENV}: {reason.lower()}.{hint}")
    except KeyboardInterrupt:
        sys.exit(130)
