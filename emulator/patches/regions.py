"""Regions are those of the partition aws; Account Management answers for them and for the primary contact."""

from typing import Any

import moto.account.urls as account_urls
from moto.account.responses import AccountResponse
from moto.core.responses import ActionResult, EmptyResult
from moto.ec2.responses.availability_zones_and_regions import AvailabilityZonesAndRegions


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
