"""Lambda: what a permission is limited by stands in its condition, and in no element of its own; functions can be real."""

from typing import Any
from urllib.request import Request, urlopen

from moto.awslambda.policy import Policy
from moto.awslambda_simple.models import LambdaSimpleBackend

_add_statement = Policy.add_statement


def add_statement(self: Any, *args: Any, **kwargs: Any) -> Any:
    statement, revision = _add_statement(self, *args, **kwargs)
    auth = statement.pop("FunctionUrlAuthType", None)
    if auth is not None:
        equal = statement.setdefault("Condition", {}).setdefault("StringEquals", {})
        equal["lambda:FunctionUrlAuthType"] = auth
    for name in set(statement) - {"Sid", "Effect", "Principal", "Action", "Resource", "Condition"}:
        del statement[name]
    return statement, revision


Policy.add_statement = add_statement


# URLs by name of function: whoever listens there is the function. Without one moto answers for it.
INVOKED: dict[str, str] = {}

_invoke = LambdaSimpleBackend.invoke


def invoke(
    self: Any, function_name: str, qualifier: Any, body: Any, headers: Any, response_headers: Any
) -> Any:
    url = INVOKED.get(self.get_function(function_name, qualifier).function_name)
    if url is None:
        return _invoke(self, function_name, qualifier, body, headers, response_headers)
    payload = body.encode() if isinstance(body, str) else (body or b"{}")
    # Lambda ends whatever takes longer than 15 minutes.
    with urlopen(Request(url, data=payload, method="POST"), timeout=900) as answer:
        error = answer.headers.get("x-amz-function-error")
        if error is not None:
            response_headers["x-amz-function-error"] = error
        return answer.read()


LambdaSimpleBackend.invoke = invoke
