"""Serve the platform on this machine: migrate and load the demo when needed, then run the development server.

All in one process, so that a second start takes seconds. What keeps it from starting is told in one line.
"""

import contextlib
import os
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
ANOTHER_PORT = "Choose another, for example: make run PORT=8123"


class CannotStart(Exception):
    """What to tell the user, in one line."""


def main() -> None:
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    read_env_file()
    port = free_port(os.environ.get("PORT") or "8000")
    writable(ROOT / "var")
    compile_catalogues()

    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    try:
        django.setup()
        prepare_database()
        serve(port)
    except DatabaseError as error:
        raise CannotStart(f"The database does not work ({database_name()}): {first_line(error)}") from error
    except ImproperlyConfigured as error:
        raise CannotStart(f"A setting is wrong: {first_line(error)}") from error


def read_env_file() -> None:
    import environ

    environ.Env.read_env(ROOT / ".env")


def free_port(wanted: str) -> int:
    """The port as a number, after trying whether it can be had."""
    if not wanted.isdecimal() or not 1 <= int(wanted) <= 65535:
        raise CannotStart(f"PORT must be a number from 1 to 65535, not {wanted!r}.")
    port = int(wanted)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise CannotStart(
                f"Port {port} is reserved for administrators. Choose another: make run PORT=8001"
            ) from None
        except OSError:
            raise CannotStart(f"Port {port} is taken by another program. Choose another: make run PORT=8001") from None
    return port


def writable(folder: Path) -> None:
    """Fail early, and clearly, on a full or read-only disk."""
    probe = folder / f".probe-{os.getpid()}"
    try:
        folder.mkdir(exist_ok=True)
        probe.write_bytes(b"\0" * 65536)
    except OSError as error:
        raise CannotStart(f"Cannot write in {folder}: {os.strerror(error.errno or 0).lower()}.") from error
    finally:
        with contextlib.suppress(OSError):
            probe.unlink()


def compile_catalogues() -> None:
    from catalogues import apps, compile_all

    compile_all(apps())


def prepare_database() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from core.migrating import half_way

    if reason := half_way(connection):
        raise CannotStart(reason)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database …", flush=True)
        call_command("migrate", verbosity=0, interactive=False)

    from django.conf import settings
    from django.contrib.auth import get_user_model

    if settings.DEBUG and not get_user_model().objects.exists():
        print("Loading the demo content …", flush=True)
        call_command("demo")


def show_accounts() -> None:
    """The demo accounts that there are, so that one need not look them up."""
    from django.contrib.auth import get_user_model

    from home.demo.people import ACCOUNTS, PASSWORD

    there = set(get_user_model().objects.values_list("email", flat=True).filter(email__in=[a.email for a in ACCOUNTS]))
    if there:
        print(f"\nDemo accounts, password {PASSWORD}:")
    for account in ACCOUNTS:
        if account.email in there:
            print(f"  {account.email:<36}{account.first_name} {account.last_name}{account.job and ', '}{account.job}")


def serve(port: int) -> None:
    from django.core.management import call_command

    show_accounts()
    print(f"\nLeernetwerk is at http://{HOST}:{port}/ — stop it with Ctrl-C.", flush=True)
    # A busy machine may need more than the default five seconds to let a socket in.
    call_command("runserver", f"{HOST}:{port}", use_reloader=False, websocket_handshake_timeout=30)


def database_name() -> str:
    from django.db import connection

    return str(connection.settings_dict["NAME"])


def first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


if __name__ == "__main__":
    try:
        main()
    except CannotStart as reason:
        sys.exit(str(reason))
    except ImportError as error:
        if (ROOT / (error.name or ".").partition(".")[0]).exists():
            raise  # our own code, not the environment
        sys.exit(f"The virtual environment is damaged ({error}). Remove the folder .venv and try again.")
    except OSError as error:
        sys.exit(f"Cannot start: {error.strerror or error}{f' ({error.filename})' if error.filename else ''}.")
    except KeyboardInterrupt:
        sys.exit(130)
