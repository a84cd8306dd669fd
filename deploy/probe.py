"""Exit 0 when the server on this port of this machine is ready: `probe.py PORT [PATH]`. For health checks."""

import os
import sys
from http.client import HTTPConnection

port, path = int(sys.argv[1]), (sys.argv[2:] or ["/healthz/ready"])[0]
connection = HTTPConnection("127.0.0.1", port, timeout=5)
try:
    connection.request("GET", path, headers={"Host": os.environ["ALLOWED_HOSTS"].split(",")[0].lstrip(".")})
    answer = connection.getresponse()
except OSError as error:
    sys.exit(f"no answer on port {port}: {error}")
print(answer.status, answer.read(2000).decode(errors="replace"))
sys.exit(answer.status != 200)
