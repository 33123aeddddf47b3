"""CloudFront: what kind of origin it is, and its origin access control."""

from typing import Any

import moto.cloudfront.models as cloudfront_models

_init_origin = cloudfront_models.Origin.__init__


def init_origin(self: Any, origin: dict[str, Any]) -> None:
    _init_origin(self, origin)
    self.origin_access_control_id = origin.get("OriginAccessControlId") or ""
    if "S3OriginConfig" in origin:
        identity = origin["S3OriginConfig"].get("OriginAccessIdentity") or ""
        self.s3_origin_config = {"OriginAccessIdentity": identity}


cloudfront_models.Origin.__init__ = init_origin
