"""The WSGI process group: pages, the API and static files. Figures behind the choices: docs/adr/0003."""

import multiprocessing
import os
from pathlib import Path

from prometheus_client import multiprocess

from config.settings.logs import logging_config

bind = os.environ.get("WEB_BIND", "0.0.0.0:8000")
workers = int(os.environ.get("WEB_WORKERS") or multiprocessing.cpu_count() + 1)
# Threads, so that somebody on a slow line who uploads a file does not keep a whole worker from the others.
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # a wrong setting ends the start at once, and workers share memory
timeout = 60
graceful_timeout = 30
keepalive = 75
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm"  # noqa: S108  (memory: a busy disk must not look like a hanging worker)
control_socket_disable = True
logconfig_dict = logging_config(machine_readable=True, level=os.environ.get("LOG_LEVEL", "INFO"))
logconfig_dict["loggers"]["gunicorn.error"] = {"handlers": ["stderr"], "propagate": False}

if metrics_folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
    Path(metrics_folder).mkdir(parents=True, exist_ok=True)
    for leftover in Path(metrics_folder).glob("*.db"):
        leftover.unlink()


def child_exit(server, worker):
    """Forget the gauges of a worker that ended."""
    if metrics_folder:
        multiprocess.mark_process_dead(worker.pid)
