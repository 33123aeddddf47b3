"""What moto reads from its files for every request, or for every service, is read once: it took a quarter of its time."""

from functools import cache
from typing import Any

import moto.backends as backends
import moto.core.utils as utils

utils.create_loader = cache(utils.create_loader)

_modules = tuple(backends.list_of_moto_modules())
backends.list_of_moto_modules = lambda: _modules


@cache
def pages_of(service: str) -> dict[str, Any]:
    """How the service turns pages, by operation: of some botocore knows nothing, and looks for it each time."""
    try:
        return utils.get_pagination_model(service)
    except Exception:
        return {}
