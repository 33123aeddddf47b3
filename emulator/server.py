"""Starts moto as a server with the few answers corrected in which it differs from AWS.

Usage: python server.py PORT   (on 127.0.0.1 only; 0 takes a free port; the port is printed; it ends
with its standard input)

Beside the AWS APIs it understands
- `clock-offset/SECONDS` in the User-Agent (negative = in the past), which every SDK lets its caller
  add to: what the request creates carries that age;
- `EMULATOR_CLOCK` (environment, ISO 8601): the one moment at which all happens; the real time without it;
- `MOTO_IAM_LOAD_MANAGED_POLICIES` (environment): whether accounts have the policies that AWS manages; they have them without it;
- `PUT /emulator/root` and `PUT /emulator/user` (JSON): facts that no AWS API can set, see `admin`.
"""

import json
import os
import sys
import threading
from datetime import datetime
from typing import Any

os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from patches import clock  # first: see there
from patches import awslambda, cloudfront, config_recorder, ec2_kms, ecs, efs, iam, ids, kms_signing, paging, rds, read_once, regions, s3, steady  # noqa: F401

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.models import iam_backends
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.http import http_date
from werkzeug.serving import make_server


def admin(path: str, body: dict[str, Any]) -> None:
    """What no AWS API can set.

    PUT /emulator/root: { account?, created?, passwordEnabled?, passwordLastUsed?, mfa?,
    virtualMfa?, keys?: [{ active, created, lastUsed? }] }, dates as in the credential report.
    PUT /emulator/user: { account?, userName, passwordLastUsed }, the date in ISO 8601.
    PUT /emulator/pages: { most }, the most that a page holds from now on; 0 is as AWS does.
    PUT /emulator/function: { name, url }, who answers for a Lambda function; `x-amz-function-error` tells that it failed.
    """
    if path == "/emulator/function":
        awslambda.INVOKED[str(body["name"])] = str(body["url"])
        return
    if path == "/emulator/pages":
        paging.MOST["per_page"] = int(body["most"])
        return
    account = body.pop("account", DEFAULT_ACCOUNT_ID)
    if path == "/emulator/root":
        iam.root_of(account).update(body)
        return
    if path == "/emulator/user":
        user = iam_backends[account]["aws"].get_user(body["userName"])
        user.password_last_used = datetime.fromisoformat(body["passwordLastUsed"])
        return
    raise KeyError(path)


def dated(start_response: Any) -> Any:
    """SDKs set their clock by the date of an answer: where the clock stands still, it says so."""
    if clock.FIXED is None:
        return start_response

    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        others = [(name, value) for name, value in headers if name.lower() != "date"]
        return start_response(status, [*others, ("Date", http_date(clock.FIXED))], *rest)

    return start


class Application:
    def __init__(self) -> None:
        self.moto = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        if environ["PATH_INFO"].startswith("/emulator/"):
            length = int(environ.get("CONTENT_LENGTH") or 0)
            admin(environ["PATH_INFO"], json.loads(environ["wsgi.input"].read(length)))
            start_response("204 No Content", [])
            return [b""]
        clock.set_clock(environ)
        ids.set_ids(environ)
        return self.moto(environ, dated(start_response))


def end_with_parent() -> None:
    """The starter holds our standard input open: its end is the end of the starter."""
    sys.stdin.buffer.read()
    os._exit(0)


class QuietHandler(MotoRequestHandler):
    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        pass


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    server = make_server(
        "127.0.0.1", int(sys.argv[1]), Application(), threaded=True, request_handler=QuietHandler
    )
    # Where state machines find the services that they call.
    os.environ["MOTO_PORT"] = str(server.port)
    # The starter waits for this line.
    print(server.port, flush=True)
    server.serve_forever()
