"""Starts moto as a server with the few answers corrected in which it differs from AWS.

Usage: python server.py PORT   (on 127.0.0.1 only; 0 takes a free port; the port is printed; it ends
with its standard input)

Beside the AWS APIs it understands
- `clock-offset/SECONDS` in the User-Agent (negative = in the past), which every SDK lets its caller
  add to: what the request creates carries that age;
- `PUT /emulator/root` and `PUT /emulator/user` (JSON): facts that no AWS API can set, see `admin`.
"""

import base64
import json
import os
import re
import sys
import threading
from datetime import datetime, timedelta, timezone
from typing import Any

os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

import moto.core.utils as moto_utils

CLOCK = threading.local()
CLOCK_OFFSET = re.compile(r"clock-offset/(-?\d+)")


def now() -> datetime:
    """The current time in UTC without a zone, as moto keeps it, moved by the request's offset."""
    moment = datetime.now(timezone.utc) + timedelta(seconds=getattr(CLOCK, "offset", 0))
    return moment.replace(tzinfo=None)


# Before any other import of moto: its modules copy this function by name.
moto_utils.utcnow = now

from cryptography import x509

import moto.account.urls as account_urls
import moto.ec2.models.elastic_block_store as ebs_models
import moto.ec2.models.security_groups as sg_models
import moto.iam.models as iam_models
import moto.kms.models as kms_models
import moto.s3.models as s3_models
import moto.s3.responses as s3_responses
from moto.account.responses import AccountResponse
from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult, BaseResponse, EmptyResult
from moto.ec2.responses.availability_zones_and_regions import AvailabilityZonesAndRegions
from moto.ec2.responses.elastic_block_store import ElasticBlockStore
from moto.iam.responses import IamResponse
from moto.kms.responses import KmsResponse
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server

ACCOUNT = "123456789012"


# --- Regions: those of the partition aws; an account has opted in to some of them -----------------

DEFAULT_REGIONS = [
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1",
    "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2",
    "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
]  # fmt: skip
OPT_IN_REGIONS = [
    "af-south-1", "ap-east-1", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ca-west-1",
    "eu-central-2", "eu-south-1", "eu-south-2", "il-central-1", "me-central-1", "me-south-1",
]  # fmt: skip
OPTED_IN: dict[str, set[str]] = {}


def opted_in(account: str) -> set[str]:
    return OPTED_IN.setdefault(account, {"eu-south-1"})


def describe_regions(self: Any) -> ActionResult:
    regions = []
    for name in sorted(DEFAULT_REGIONS + OPT_IN_REGIONS):
        status = "opt-in-not-required"
        if name in OPT_IN_REGIONS:
            enabled = name in opted_in(self.current_account)
            status = "opted-in" if enabled else "not-opted-in"
        regions.append(
            {"RegionName": name, "Endpoint": f"ec2.{name}.amazonaws.com", "OptInStatus": status}
        )
    if not self._get_bool_param("AllRegions", False):
        regions = [region for region in regions if region["OptInStatus"] != "not-opted-in"]
    names = self._get_param("RegionNames", [])
    if names:
        regions = [region for region in regions if region["RegionName"] in names]
    keys = {"region-name": "RegionName", "opt-in-status": "OptInStatus", "endpoint": "Endpoint"}
    for key, values in self._filters_from_querystring().items():
        regions = [region for region in regions if region[keys[key]] in values]
    return ActionResult({"Regions": regions})


AvailabilityZonesAndRegions.describe_regions = describe_regions


# --- Account management: regions and the primary contact -----------------------------------------

CONTACTS: dict[str, dict[str, Any]] = {}


def region_status(account: str, region: str) -> str:
    if region in DEFAULT_REGIONS:
        return "ENABLED_BY_DEFAULT"
    return "ENABLED" if region in opted_in(account) else "DISABLED"


def list_regions(self: Any) -> ActionResult:
    account = self._get_account_id()
    wanted = self._get_param("RegionOptStatusContains") or []
    regions = [
        {"RegionName": name, "RegionOptStatus": region_status(account, name)}
        for name in sorted(DEFAULT_REGIONS + OPT_IN_REGIONS)
    ]
    if wanted:
        regions = [region for region in regions if region["RegionOptStatus"] in wanted]
    return ActionResult({"Regions": regions})


def get_region_opt_status(self: Any) -> ActionResult:
    name = self._get_param("RegionName")
    status = region_status(self._get_account_id(), name)
    return ActionResult({"RegionName": name, "RegionOptStatus": status})


def enable_region(self: Any) -> EmptyResult:
    opted_in(self._get_account_id()).add(self._get_param("RegionName"))
    return EmptyResult()


def disable_region(self: Any) -> EmptyResult:
    opted_in(self._get_account_id()).discard(self._get_param("RegionName"))
    return EmptyResult()


def put_contact_information(self: Any) -> EmptyResult:
    CONTACTS[self._get_account_id()] = self._get_param("ContactInformation")
    return EmptyResult()


def get_contact_information(self: Any) -> ActionResult:
    # Every AWS account was opened with a contact.
    default = {
        "FullName": "Account Owner", "AddressLine1": "1 Any Street", "City": "Any Town",
        "PostalCode": "10000", "CountryCode": "US", "PhoneNumber": "+15550100",
    }  # fmt: skip
    contact = CONTACTS.get(self._get_account_id(), default)
    return ActionResult({"ContactInformation": contact})


for function in (
    list_regions, get_region_opt_status, enable_region, disable_region,
    put_contact_information, get_contact_information,
):  # fmt: skip
    setattr(AccountResponse, function.__name__, function)
    first, *rest = function.__name__.split("_")
    path = first + "".join(word.title() for word in rest)
    account_urls.url_paths[f"{{0}}/{path}$"] = AccountResponse.dispatch


# --- IAM: the root user, ages of passwords, the whole credential report --------------------------

ROOTS: dict[str, dict[str, Any]] = {}
REPORT_COLUMNS = (
    "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
    "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
    "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
    "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
    "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
    "cert_1_last_rotated,cert_2_active,cert_2_last_rotated,additional_credentials_info"
)


def root_of(account: str) -> dict[str, Any]:
    default = {"created": "2019-03-04T09:00:00+00:00", "passwordEnabled": True,
               "passwordLastUsed": None, "mfa": False, "virtualMfa": False, "keys": []}  # fmt: skip
    return ROOTS.setdefault(account, default)


def date(moment: datetime | None, absent: str = "N/A") -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S+00:00") if moment else absent


def boolean(value: object) -> str:
    return "true" if value else "false"


def root_row(backend: Any) -> str:
    root = root_of(backend.account_id)
    keys: list[str] = []
    for index in range(2):
        key = root["keys"][index] if index < len(root["keys"]) else {}
        used = key.get("lastUsed")
        keys += [boolean(key.get("active")), key.get("created", "N/A"), used or "N/A",
                 "us-east-1" if used else "N/A", "s3" if used else "N/A"]  # fmt: skip
    used = root["passwordLastUsed"] or "no_information"
    fields = ["<root_account>", f"arn:aws:iam::{backend.account_id}:root", root["created"],
              boolean(root["passwordEnabled"]), used, "not_supported", "not_supported",
              boolean(root["mfa"]), *keys, "false", "N/A", "false", "N/A", "N/A"]  # fmt: skip
    return ",".join(fields)


def user_row(user: Any, max_age: int | None) -> str:
    changed = getattr(user, "password_changed", None) or user.create_date
    password = ["false", "N/A", "N/A", "N/A"]
    if user.password:
        expiry = date(changed + timedelta(days=max_age)) if max_age else "N/A"
        used = date(user.password_last_used, "no_information")
        password = ["true", used, date(changed), expiry]
    keys: list[str] = []
    for index in range(2):
        key = user.access_keys[index] if index < len(user.access_keys) else None
        used = key.last_used if key else None
        keys += [boolean(key and key.status == "Active"), date(key.create_date if key else None),
                 date(used._timestamp if used else None), used.region if used else "N/A",
                 used.service if used else "N/A"]  # fmt: skip
    fields = [user.name, user.arn, date(user.create_date), *password,
              boolean(user.mfa_devices), *keys, "false", "N/A", "false", "N/A", "N/A"]  # fmt: skip
    return ",".join(fields)


def get_credential_report(self: Any) -> str:
    if not self.credential_report:
        raise iam_models.ReportNotPresentException("Credential report not present")
    policy = self.account_password_policy
    max_age = policy.max_password_age if policy else None
    rows = [user_row(user, max_age) for user in self.users.values()]
    return "\n".join([REPORT_COLUMNS, root_row(self), *rows]) + "\n"


iam_models.IAMBackend.get_credential_report = get_credential_report

_summary_map = iam_models.AccountSummary.summary_map.fget


def summary_map(self: Any) -> dict[str, Any]:
    root = root_of(self._iam_backend.account_id)
    return {**_summary_map(self), "AccountMFAEnabled": int(root["mfa"]),
            "AccountAccessKeysPresent": int(bool(root["keys"])),
            "AccountPasswordPresent": int(root["passwordEnabled"])}  # fmt: skip


iam_models.AccountSummary.summary_map = property(summary_map)

_create_login_profile = iam_models.IAMBackend.create_login_profile
_list_virtual_mfa_devices = iam_models.IAMBackend.list_virtual_mfa_devices


def create_login_profile(self: Any, user_name: str, password: str) -> Any:
    user = _create_login_profile(self, user_name, password)
    user.password_changed = now()
    return user


class RootUser:
    def __init__(self, account: str):
        self.id = self.user_id = account
        self.arn = f"arn:aws:iam::{account}:root"
        self.create_date = now()


def list_virtual_mfa_devices(self: Any, status: str, marker: Any, max_items: int) -> Any:
    serial = f"arn:aws:iam::{self.account_id}:mfa/root-account-mfa-device"
    if not root_of(self.account_id)["virtualMfa"]:
        self.virtual_mfa_devices.pop(serial, None)
    elif serial not in self.virtual_mfa_devices:
        device = iam_models.VirtualMfaDevice(
            self.account_id, self.region_name, "/root-account-mfa-device"
        )
        device.serial_number = serial
        device.enable_date = now()
        device.user = device.user_attribute = RootUser(self.account_id)
        self.virtual_mfa_devices[serial] = device
    return _list_virtual_mfa_devices(self, status, marker, max_items)


iam_models.IAMBackend.create_login_profile = create_login_profile
iam_models.IAMBackend.list_virtual_mfa_devices = list_virtual_mfa_devices


_list_server_certificates = IamResponse.list_server_certificates


def list_server_certificates(self: Any) -> ActionResult:
    answer = _list_server_certificates(self)
    for metadata in answer.result["ServerCertificateMetadataList"]:
        body = self.backend.certificates[metadata["ServerCertificateName"]].cert_body
        certificate = x509.load_pem_x509_certificate(body.encode())
        metadata["Expiration"] = certificate.not_valid_after.isoformat() + "Z"
    return answer


IamResponse.list_server_certificates = list_server_certificates


# --- S3: defaults of new buckets, meaning of public, pages of ListBuckets ------------------------

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


# --- EC2: default security group, EBS encryption, public snapshots -------------------------------

_create_security_group = sg_models.SecurityGroupBackend.create_security_group


def create_security_group(self: Any, *args: Any, **kwargs: Any) -> Any:
    group = _create_security_group(self, *args, **kwargs)
    if group.is_default:
        rule = sg_models.SecurityGroupRule(
            self, "-1", group.id, None, None, None,
            source_group={"GroupId": group.id, "UserId": self.account_id},
            is_egress=False,
        )  # fmt: skip
        group.ingress_rules.append(rule)
    return group


sg_models.SecurityGroupBackend.create_security_group = create_security_group

_create_ebs_key = ebs_models.EBSBackend._create_default_encryption_key
_create_volume = ebs_models.EBSBackend.create_volume


def create_ebs_key(self: Any) -> str:
    arn = _create_ebs_key(self)
    keys = kms_models.kms_backends[self.account_id][self.region_name].keys
    keys[arn.split("/")[-1]].key_manager = "AWS"
    keys[arn.split("/")[-1]].key_rotation_status = True
    return arn


def create_volume(self: Any, size: Any, zone_name: str, *args: Any, **kwargs: Any) -> Any:
    if self.ebs_encryption_by_default and not args:
        kwargs["encrypted"] = True
    return _create_volume(self, size, zone_name, *args, **kwargs)


ebs_models.EBSBackend._create_default_encryption_key = create_ebs_key
ebs_models.EBSBackend.create_volume = create_volume

_describe_snapshots = ElasticBlockStore.describe_snapshots


def describe_snapshots(self: Any) -> ActionResult:
    answer = _describe_snapshots(self)
    if "all" in self._get_param("RestorableByUserIds", []):
        result = answer.result
        result["Snapshots"] = [
            snapshot for snapshot in result["Snapshots"]
            if "all" in snapshot.create_volume_permission_groups
        ]  # fmt: skip
    return answer


ElasticBlockStore.describe_snapshots = describe_snapshots


# --- KMS: only some keys can rotate ---------------------------------------------------------------

_get_key_rotation_status = KmsResponse.get_key_rotation_status


def get_key_rotation_status(self: Any) -> str:
    answer = _get_key_rotation_status(self)
    key = self.kms_backend.describe_key(self._get_param("KeyId"))
    if key.key_spec != "SYMMETRIC_DEFAULT":
        message = f"{key.arn} key spec is {key.key_spec}, which is not valid for this operation."
        raise JsonRESTError("UnsupportedOperationException", message)
    return answer


KmsResponse.get_key_rotation_status = get_key_rotation_status


# --- Pages: honoured wherever moto ignores them ---------------------------------------------------

TOKEN_MARK = "emu-"
DEFAULT_PAGE = {"iam": 100, "kms": 100, "rds": 100}


def paginate(response: BaseResponse, result: Any) -> bool:
    """Cuts the lists of `result` (in place) to the page asked for; says whether it changed any.

    The rules (names of token, limit and list) are botocore's. A list that moto has cut itself
    carries moto's token, or came of one, and stays as it is.
    """
    if not isinstance(result, dict):
        return False
    service = response.boto3_service_name
    try:
        rules = moto_utils.get_pagination_model(service).get(response._get_action())
    except Exception:
        return False
    if not rules or "limit_key" not in rules or isinstance(rules["input_token"], list):
        return False
    token = response._get_param(rules["input_token"]) or ""
    limit = response._get_param(rules["limit_key"]) or DEFAULT_PAGE.get(service)
    output = rules["output_token"].split(" || ")[0]
    if result.get(output) or not limit or (token and not token.startswith(TOKEN_MARK)):
        return False
    keys = rules["result_key"] if isinstance(rules["result_key"], list) else [rules["result_key"]]
    keys = [key for key in keys if result.get(key) is not None]
    members = [(key, member) for key in keys for member in list(result[key])]
    start = int(token[len(TOKEN_MARK) :] or 0)
    end = start + int(limit)
    if start == 0 and len(members) <= end:
        return False
    for key in keys:
        result[key] = [member for owner, member in members[start:end] if owner == key]
    more = end < len(members)
    if more:
        result[output] = f"{TOKEN_MARK}{end}"
    if "more_results" in rules:
        result[rules["more_results"]] = more
    return True


_serialized = BaseResponse.serialized
_call_action = BaseResponse.call_action


def serialized(self: BaseResponse, action_result: ActionResult) -> Any:
    paginate(self, action_result.result)
    return _serialized(self, action_result)


def call_action(self: BaseResponse) -> Any:
    status, headers, body = _call_action(self)
    if status == 200 and isinstance(body, str) and body.startswith("{"):
        result = json.loads(body)
        if paginate(self, result):
            body = json.dumps(result)
    return status, headers, body


BaseResponse.serialized = serialized
BaseResponse.call_action = call_action


# --- Server ---------------------------------------------------------------------------------------


def admin(path: str, body: dict[str, Any]) -> None:
    """What no AWS API can set.

    PUT /emulator/root: { account?, created?, passwordEnabled?, passwordLastUsed?, mfa?,
    virtualMfa?, keys?: [{ active, created, lastUsed? }] }, dates as in the credential report.
    PUT /emulator/user: { account?, userName, passwordLastUsed }, the date in ISO 8601.
    """
    account = body.pop("account", ACCOUNT)
    if path == "/emulator/root":
        root_of(account).update(body)
        return
    if path == "/emulator/user":
        user = iam_models.iam_backends[account]["aws"].get_user(body["userName"])
        user.password_last_used = datetime.fromisoformat(body["passwordLastUsed"])
        return
    raise KeyError(path)


class Application:
    def __init__(self) -> None:
        self.moto = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        if environ["PATH_INFO"].startswith("/emulator/"):
            length = int(environ.get("CONTENT_LENGTH") or 0)
            admin(environ["PATH_INFO"], json.loads(environ["wsgi.input"].read(length)))
            start_response("204 No Content", [])
            return [b""]
        offset = CLOCK_OFFSET.search(environ.get("HTTP_USER_AGENT", ""))
        CLOCK.offset = int(offset[1]) if offset else 0
        try:
            return self.moto(environ, start_response)
        finally:
            CLOCK.offset = 0


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
    # The starter waits for this line.
    print(server.port, flush=True)
    server.serve_forever()
