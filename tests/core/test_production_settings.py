import json
import os
import subprocess
import sys

import pytest

GOOD = {
    "SECRET_KEY": "x" * 50,
    "ALLOWED_HOSTS": "leernetwerk.example",
    "BASE_URL": "https://leernetwerk.example",
    "DATABASE_URL": "postgres://someone:secret@127.0.0.1:5432/leernetwerk",
}
SHOWN = (
    "DEBUG",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "TASKS",
    "DATABASES",
)


def load(environment):
    """Read the production settings in a process of its own, as a server does when it starts."""
    show = f"import json, config.settings.production as p; print(json.dumps([getattr(p, n) for n in {SHOWN}]))"
    base = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run([sys.executable, "-c", show], env=base | environment, capture_output=True, text=True)


@pytest.mark.parametrize("name", GOOD)
def test_a_missing_variable_is_named(name):
    done = load({key: value for key, value in GOOD.items() if key != name})

    assert done.returncode != 0
    assert f"{name} (" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "for-development-only-never-in-production"),
        ("SECRET_KEY", "change-me-change-me-change-me-change-me-change-me"),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", "*"),
        ("BASE_URL", "leernetwerk.example"),
        ("DATABASE_URL", "postgres://leernetwerk:change-me@postgres:5432/leernetwerk"),
    ],
)
def test_a_default_or_unsafe_value_is_refused(name, value):
    done = load(GOOD | {name: value})

    assert done.returncode != 0
    assert f"{name} (" in done.stderr


def test_with_everything_set_it_is_a_safe_server():
    done = load(GOOD)

    values = dict(zip(SHOWN, json.loads(done.stdout), strict=True))
    assert values["DEBUG"] is False
    assert all(values[name] for name in SHOWN if name.startswith(("SECURE", "SESSION", "CSRF")))
    assert values["DATABASES"]["default"]["OPTIONS"]["pool"]["max_size"] > 1


def test_static_files_are_collected(tmp_path):
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.production", "STATIC_ROOT": str(tmp_path)}
    command = [sys.executable, "manage.py", "collectstatic", "--noinput"]
    done = subprocess.run(command, env=os.environ | GOOD | own, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "staticfiles.json").read_text())["paths"]["core/css/base.css"]
