# The platform in one image; compose.yaml says which process each container runs.
FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 UV_LINK_MODE=copy
WORKDIR /srv/leernetwerk
COPY tools/uv.txt tools/uv.txt
COPY requirements.txt .
RUN python -m venv /srv/venv \
    && pip install --no-cache-dir --require-hashes --only-binary=:all: -r tools/uv.txt \
    && uv pip install --no-cache --python /srv/venv/bin/python --require-hashes --compile-bytecode -r requirements.txt
ENV PATH=/srv/venv/bin:$PATH
COPY . .
# Values for this step only: collecting files needs settings, but no secret and no database.
RUN python tools/catalogues.py compile \
    && SECRET_KEY="$(head -c 40 /dev/urandom | base64 -w0)" ALLOWED_HOSTS=build BASE_URL=http://build \
       DATABASE_URL=sqlite:////tmp/build.sqlite3 STATIC_ROOT=/srv/static \
       DJANGO_SETTINGS_MODULE=config.settings.production python manage.py collectstatic --noinput

FROM python:3.13-slim-bookworm
# pg_dump and pg_restore, for the backup and restore commands.
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /srv/leernetwerk leernetwerk \
    && install -d -o leernetwerk -g leernetwerk /srv/media /srv/backups
COPY --from=build /srv/venv /srv/venv
COPY --from=build /srv/static /srv/static
COPY --from=build /srv/leernetwerk /srv/leernetwerk
ENV PATH=/srv/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production STATIC_ROOT=/srv/static MEDIA_ROOT=/srv/media
WORKDIR /srv/leernetwerk
USER leernetwerk
CMD ["gunicorn", "-c", "deploy/gunicorn.conf.py", "config.wsgi"]
