"""EFS: file systems are as old as the request says, where moto asks the clock of the machine."""

from datetime import timezone
from types import SimpleNamespace

import moto.efs.models as efs_models

from .clock import now


def seconds() -> float:
    return now().replace(tzinfo=timezone.utc).timestamp()


efs_models.time = SimpleNamespace(time=seconds)
