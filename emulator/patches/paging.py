"""Pages are honoured wherever moto ignores them."""

import json
from typing import Any

from moto.core.responses import ActionResult, BaseResponse
from moto.organizations.utils import PAGINATION_MODEL as ORGANIZATIONS_PAGES

from .read_once import pages_of

# AWS Organizations API reference, "ListAccounts": 20 on a page at most; moto has 100, and tells pages by a moment that many share.
ORGANIZATIONS_PAGES["list_accounts"].update({"limit_default": 20, "unique_attribute": "Id"})

TOKEN_MARK = "emu-"
DEFAULT_PAGE = {"iam": 100, "kms": 100, "rds": 100}
# For tests: pages hold no more than this, however many were asked for; 0 is as AWS does.
MOST = {"per_page": 0}
# Here moto reads the token itself, and knows only its own.
OWN_PAGES = {"DescribeInstances", "DescribeMetricFilters", "ListBuckets", "ListVirtualMFADevices"}


def paginate(response: BaseResponse, result: Any) -> bool:
    """Cuts the lists of `result` (in place) to the page asked for; says whether it changed any.

    The rules (names of token, limit and list) are botocore's. A list that moto has cut itself
    carries moto's token, or came of one, and stays as it is.
    """
    # JSON passes here twice, as a result and as a body: a last page has no token that would tell.
    if not isinstance(result, dict) or getattr(response, "is_paged", False):
        return False
    service = response.boto3_service_name
    rules = pages_of(service).get(response._get_action())
    if not rules or "limit_key" not in rules or isinstance(rules["input_token"], list):
        return False
    token = response._get_param(rules["input_token"]) or ""
    limit = response._get_param(rules["limit_key"]) or DEFAULT_PAGE.get(service)
    if MOST["per_page"] and response._get_action() not in OWN_PAGES:
        limit = min(int(limit or MOST["per_page"]), MOST["per_page"])
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
    response.is_paged = True
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
