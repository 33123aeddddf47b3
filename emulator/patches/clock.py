"""The time of moto: the real one, or the one moment of EMULATOR_CLOCK, moved by the offset that the request asks for."""

import os
import re
import threading
from datetime import datetime, timedelta, timezone
from typing import Any

import moto.core.utils as moto_utils


CLOCK = threading.local()
CLOCK_OFFSET = re.compile(r"clock-offset/(-?\d+)")
_FIXED = os.environ.get("EMULATOR_CLOCK")
FIXED = datetime.fromisoformat(_FIXED.replace("Z", "+00:00")) if _FIXED else None


def now() -> datetime:
    """The current time in UTC without a zone, as moto keeps it, moved by the request's offset."""
    moment = FIXED or datetime.now(timezone.utc)
    return (moment + timedelta(seconds=getattr(CLOCK, "offset", 0))).replace(tzinfo=None)


def offset_of(environ: dict[str, Any]) -> int:
    """The seconds of `clock-offset/SECONDS` in the User-Agent of a request."""
    offset = CLOCK_OFFSET.search(environ.get("HTTP_USER_AGENT", ""))
    return int(offset[1]) if offset else 0


def set_clock(environ: dict[str, Any]) -> None:
    """Takes the offset of the request. One thread serves one request."""
    CLOCK.offset = offset_of(environ)


# Before any other import of moto: its modules copy this function by name.
moto_utils.utcnow = now
