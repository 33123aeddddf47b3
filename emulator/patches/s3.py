"""S3: settings of new buckets, what makes a policy public, pages of ListBuckets."""

import base64
import json
from datetime import timezone
from typing import Any

import moto.s3.models as s3_models
import moto.s3.responses as s3_responses
from moto.core.responses import ActionResult

from .clock import now


LIMITING_KEYS = {
    "aws:sourcearn", "aws:sourceaccount", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce",
    "aws:sourceip", "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount",
    "aws:principalarn", "aws:userid", "s3:dataaccesspointaccount", "s3:dataaccesspointarn",
}  # fmt: skip


def policy_is_public(policy: bytes | str) -> bool:
    """AWS's reading in short: everyone, and no condition that limits who it is."""
    statements = json.loads(policy).get("Statement", [])
    for statement in statements if isinstance(statements, list) else [statements]:
        principal = statement.get("Principal")
        names = principal.get("AWS", []) if isinstance(principal, dict) else principal
        everyone = names == "*" or (isinstance(names, list) and "*" in names)
        if statement.get("Effect") != "Allow" or not everyone:
            continue
        limits = {
            key.lower(): values
            for operator, block in statement.get("Condition", {}).items()
            if "not" not in operator.lower() and not operator.lower().endswith("ifexists")
            for key, values in block.items()
        }
        wide = limits.get("aws:sourceip") in ("0.0.0.0/0", ["0.0.0.0/0"], "::/0", ["::/0"])
        if wide or not LIMITING_KEYS & limits.keys():
            return True
    return False


s3_responses.bucket_policy_is_public = policy_is_public

_create_bucket = s3_models.S3Backend.create_bucket


def create_bucket(self: Any, *args: Any, **kwargs: Any) -> Any:
    bucket = _create_bucket(self, *args, **kwargs)
    bucket.creation_date = now().replace(tzinfo=timezone.utc)
    # Defaults of AWS since January 2023 (encryption) and April 2023 (the other two).
    bucket.encryption = {"Rule": {
        "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"},
        "BucketKeyEnabled": "false",
    }}  # fmt: skip
    bucket.ownership_rule = "BucketOwnerEnforced"
    bucket.public_access_block = s3_models.PublicAccessBlock(
        block_public_acls="true", ignore_public_acls="true",
        block_public_policy="true", restrict_public_buckets="true",
    )  # fmt: skip
    return bucket


s3_models.S3Backend.create_bucket = create_bucket


_get_canned_acl = s3_responses.get_canned_acl


def get_canned_acl(name: str) -> Any:
    """A grant has one permission; moto shows the first of several alone."""
    acl = _get_canned_acl(name)
    acl.grants = [
        s3_models.FakeGrant(grant.grantees, [permission])
        for grant in acl.grants
        for permission in grant.permissions
    ]
    return acl


s3_responses.get_canned_acl = get_canned_acl


def all_buckets(self: Any) -> Any:
    self.data["Action"] = "ListAllMyBuckets"
    self._authenticate_and_authorize_s3_action()
    limit = self._get_param("max-buckets")
    token = self._get_param("continuation-token")
    found = self.backend.list_buckets(
        prefix=self._get_param("prefix"),
        bucket_region=self._get_param("bucket-region"),
        max_buckets=None,
    )
    start = int(base64.b64decode(token)) if token else 0
    end = start + int(limit) if limit else len(found)
    with_region = limit or self._get_param("prefix") or self._get_param("bucket-region")
    buckets = [
        {"Name": bucket.name, "CreationDate": bucket.creation_date_ISO8601,
         **({"BucketRegion": bucket.region_name} if with_region else {})}
        for bucket in found[start:end]
    ]  # fmt: skip
    owner = {"ID": "bcaf1ffd86f41161ca5fb16fd081034f", "DisplayName": "webfile"}
    result: dict[str, Any] = {"Owner": owner, "Buckets": buckets}
    if end < len(found):
        result["ContinuationToken"] = base64.b64encode(str(end).encode()).decode()
    self.data["Action"] = "ListBuckets"
    return self.serialized(ActionResult(result))


s3_responses.S3Response.all_buckets = all_buckets
