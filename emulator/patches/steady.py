"""What moto takes from the machine: its clock, addresses of objects and the port of the server."""

from datetime import datetime, timezone
from types import SimpleNamespace
from typing import Any

import moto.apigateway.models as apigateway_models
import moto.apigatewayv2.models as apigatewayv2_models
import moto.elb.models as elb_models
import moto.elbv2.models as elbv2_models
from moto.moto_api._internal import mock_random
from moto.sqs.models import Queue

from .clock import now


class Moment(datetime):
    """`datetime`, whose present is that of the emulator."""

    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        moment = now()
        return moment.replace(tzinfo=timezone.utc) if tz else moment


apigateway_models.time = SimpleNamespace(
    time=lambda: now().replace(tzinfo=timezone.utc).timestamp()
)
apigatewayv2_models.datetime = Moment
elb_models.datetime = SimpleNamespace(datetime=Moment, timezone=timezone)
elbv2_models.id = lambda _of: mock_random.get_random_hex(16)


def url(self: Any, _request_url: Any) -> str:
    """As AWS writes it, whatever port the emulator has."""
    return f"https://sqs.{self.region}.amazonaws.com/{self.account_id}/{self.name}"


Queue.url = url
