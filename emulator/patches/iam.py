"""IAM: the root user, ages of passwords, the whole credential report, dates of server certificates."""

from datetime import datetime, timedelta
from typing import Any

import moto.iam.models as iam_models
from cryptography import x509
from moto.core.responses import ActionResult
from moto.iam.responses import IamResponse

from .clock import now
from .ids import of_its_own


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


def keep_root_device(backend: Any) -> None:
    """The virtual MFA device of root is there, or not, as `root_of` says."""
    serial = f"arn:aws:iam::{backend.account_id}:mfa/root-account-mfa-device"
    if not root_of(backend.account_id)["virtualMfa"]:
        backend.virtual_mfa_devices.pop(serial, None)
    elif serial not in backend.virtual_mfa_devices:
        with of_its_own(serial):
            device = iam_models.VirtualMfaDevice(
                backend.account_id, backend.region_name, "/root-account-mfa-device"
            )
        device.serial_number = serial
        device.enable_date = now()
        device.user = device.user_attribute = RootUser(backend.account_id)
        backend.virtual_mfa_devices[serial] = device


def list_virtual_mfa_devices(self: Any, status: str, marker: Any, max_items: int) -> Any:
    keep_root_device(self)
    devices, next_marker = _list_virtual_mfa_devices(self, status, marker, max_items)
    for device in devices:
        # Only their creation shows the secrets.
        device.base32_string_seed = device.qr_code_png = None
    return devices, next_marker


iam_models.IAMBackend.create_login_profile = create_login_profile
iam_models.IAMBackend.list_virtual_mfa_devices = list_virtual_mfa_devices

_summary_map = iam_models.AccountSummary.summary_map.fget


def summary_map(self: Any) -> dict[str, Any]:
    keep_root_device(self._iam_backend)
    root = root_of(self._iam_backend.account_id)
    return {**_summary_map(self), "AccountMFAEnabled": int(root["mfa"]),
            "AccountAccessKeysPresent": int(bool(root["keys"])),
            "AccountPasswordPresent": int(root["passwordEnabled"])}  # fmt: skip


iam_models.AccountSummary.summary_map = property(summary_map)


# Names of service-linked roles, where moto only copies the name of the service.
iam_models.SERVICE_NAME_CONVERSION.update(
    {"cloudtrail": "CloudTrail", "config": "Config", "rds": "RDS", "support": "Support"}
)

_list_server_certificates = IamResponse.list_server_certificates


def list_server_certificates(self: Any) -> ActionResult:
    answer = _list_server_certificates(self)
    for metadata in answer.result["ServerCertificateMetadataList"]:
        uploaded = self.backend.get_server_certificate(metadata["ServerCertificateName"])
        certificate = x509.load_pem_x509_certificate(uploaded.cert_body.encode())
        metadata["Expiration"] = certificate.not_valid_after.isoformat() + "Z"
    return answer


IamResponse.list_server_certificates = list_server_certificates

# AWS lists the names of policies, and of its own policies those that are attached to somebody.
iam_models.ManagedPolicy.policy_name = property(lambda self: self.name)
_get_account_authorization_details = iam_models.IAMBackend.get_account_authorization_details


def get_account_authorization_details(self: Any, policy_filter: list[str]) -> dict[str, Any]:
    details = _get_account_authorization_details(self, policy_filter)
    wanted = set(details["managed_policies"])
    details["managed_policies"] = [
        policy
        for policy in self.managed_policies.values()  # in an order of their own: a set has none
        if policy in wanted
        and (policy.attachment_count > 0 or not policy.arn.startswith("arn:aws:iam::aws:"))
    ]
    boundaries = [role.permissions_boundary_arn for role in self.roles.values()]
    for policy in details["managed_policies"]:
        policy.permissions_boundary_usage_count = boundaries.count(policy.arn)
    return details


iam_models.IAMBackend.get_account_authorization_details = get_account_authorization_details

_get_credential_report = IamResponse.get_credential_report


def get_credential_report(self: Any) -> ActionResult:
    """Moto dates every report 2015; AWS says when it made it."""
    answer = _get_credential_report(self)
    answer.result["GeneratedTime"] = now().strftime("%Y-%m-%dT%H:%M:%SZ")
    return answer


IamResponse.get_credential_report = get_credential_report
