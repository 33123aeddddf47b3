"""The time of moto: the real one, moved by the offset that the request asks for."""

import re
import threading
from datetime import datetime, timedelta, timezone
from typing import Any

import moto.core.utils as moto_utils


CLOCK = threading.local()
CLOCK_OFFSET = re.compile(r"clock-offset/(-?\d+)")


def now() -> datetime:
    """The current time in UTC without a zone, as moto keeps it, moved by the request's offset."""
    moment = datetime.now(timezone.utc) + timedelta(seconds=getattr(CLOCK, "offset", 0))
    return moment.replace(tzinfo=None)


def set_clock(environ: dict[str, Any]) -> None:
    """Takes the offset of the request: `clock-offset/SECONDS` in its User-Agent. One thread serves one request."""
    offset = CLOCK_OFFSET.search(environ.get("HTTP_USER_AGENT", ""))
    CLOCK.offset = int(offset[1]) if offset else 0


# Before any other import of moto: its modules copy this function by name.
moto_utils.utcnow = now
