"""The ASGI process: carries the sockets of /ws/ and nothing else. Start more of them for more sockets."""

import os
import sys
from pathlib import Path

import uvicorn

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    uvicorn.run(
        "config.asgi:application",
        host=os.environ.get("SOCKETS_HOST", "0.0.0.0"),  # noqa: S104  (inside a container; the proxy is in front)
        port=int(os.environ.get("SOCKETS_PORT", "8001")),
        lifespan="off",
        log_config=None,  # Django's logging: JSON, with ids
        access_log=False,
        ws_max_size=64 * 1024,
        ws_per_message_deflate=False,  # an idle socket then takes 21 KiB instead of 52
        ws_ping_interval=20,
        ws_ping_timeout=20,
        proxy_headers=True,
        forwarded_allow_ips="*",  # only the proxy reaches this port
        timeout_graceful_shutdown=10,
    )
