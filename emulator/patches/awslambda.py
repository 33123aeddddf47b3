"""Lambda: what a permission is limited by stands in its condition, and in no element of its own."""

from typing import Any

from moto.awslambda.policy import Policy

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
