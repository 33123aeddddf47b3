"""ECS: a service on Fargate names the family of its platform, which moto leaves out."""

from typing import Any

import moto.ecs.models as ecs_models

_init = ecs_models.Service.__init__


def init(self: Any, *args: Any, **kwargs: Any) -> None:
    _init(self, *args, **kwargs)
    if self.launch_type == "FARGATE":
        self.platform_family = "Linux"


ecs_models.Service.__init__ = init
