"""Ids that moto makes up: the same for the same request, whatever was asked before or meanwhile.

So the sample account can be recorded again without a change, and what one service plants gives no resource of
another a new id.
"""

import hashlib
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from random import Random
from typing import Any

from moto.core.base_backend import AccountSpecificBackend
from moto.moto_api._internal.moto_random import MotoRandom

from .clock import CLOCK, offset_of


RANDOM = threading.local()
ASKED: Counter[str] = Counter()
LOCK = threading.Lock()
SCOPE = re.compile(r"Credential=([^/]+)/\d+/([^/]+/[^/]+)/")
# SDKs make up a token for each request, so that a retry is no second request.
IDEMPOTENCY_TOKEN = re.compile(rb"(?i)token\"?[=:]\"?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def seed(text: str) -> Random:
    return Random(int.from_bytes(hashlib.sha256(text.encode()).digest(), "big"))


def current() -> Random:
    if not hasattr(RANDOM, "source"):
        RANDOM.source = seed("outside a request")
    return RANDOM.source


def set_ids(environ: dict[str, Any]) -> None:
    """Seeds what the request makes up. One that is sent again is another one: it is counted."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = BytesIO(body)
    scope = SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    what = [
        environ["REQUEST_METHOD"], environ.get("RAW_URI") or environ["PATH_INFO"],
        environ.get("QUERY_STRING", ""), environ.get("HTTP_X_AMZ_TARGET", ""),
        *(scope.groups() if scope else ()), str(offset_of(environ)),
        IDEMPOTENCY_TOKEN.sub(b"", body).hex(),
    ]  # fmt: skip
    request = "\n".join(what)
    with LOCK:
        ASKED[request] += 1
        times = ASKED[request]
    RANDOM.source = seed(f"{request}\n{times}")


MotoRandom.random = lambda self: current().random()
MotoRandom.getrandbits = lambda self, k: current().getrandbits(k)

_backend_of = AccountSpecificBackend.__getitem__


@contextmanager
def of_its_own(text: str) -> Iterator[None]:
    """What is made up meanwhile belongs to no request, and is as old as the server."""
    source, offset = current(), getattr(CLOCK, "offset", 0)
    RANDOM.source, CLOCK.offset = seed(text), 0
    try:
        yield
    finally:
        RANDOM.source, CLOCK.offset = source, offset


def backend_of(self: Any, region: str) -> Any:
    """A Region begins when it is first asked, with resources of its own (a default VPC): whoever asks."""
    if region in self.keys():
        return _backend_of(self, region)
    with of_its_own(f"{self.service_name} {self.account_id} {region}"):
        return _backend_of(self, region)


AccountSpecificBackend.__getitem__ = backend_of
