"""RDS: clusters of DocumentDB, which its API lists too, and the certificates of instances."""

from datetime import datetime, timezone
from typing import Any

from moto.rds.models import DBCluster, DBInstance
from moto.rds.utils import ClusterEngine

_engines = ClusterEngine.list_cluster_engines
ClusterEngine.list_cluster_engines = classmethod(lambda cls: [*_engines(), "docdb"])

for name, value in {
    "default_engine_version": "5.0.0",
    "default_port": 27017,
    "default_allocated_storage": 1,
}.items():
    ours = getattr(DBCluster, name)

    def answer(*args: Any, _moto: Any = ours, _docdb: Any = value, **kwargs: Any) -> Any:
        engine = kwargs.get("engine", args[0] if args else None)
        return _docdb if engine == "docdb" else _moto(*args, **kwargs)

    setattr(DBCluster, name, staticmethod(answer))


def certificate_details(self: Any) -> dict[str, Any]:
    """Of the authority that the instance was made with; moto's default is none of AWS's."""
    old = self.ca_certificate_identifier == "rds-ca-2019"
    return {
        "CAIdentifier": "rds-ca-2019" if old else "rds-ca-rsa2048-g1",
        "ValidTill": datetime(2024 if old else 2061, 8, 22, tzinfo=timezone.utc),
    }


DBInstance.certificate_details = property(certificate_details)

_init = DBCluster.__init__


def init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Neptune has IAM authentication, which moto grants to Aurora alone."""
    is_neptune = kwargs.get("engine") == "neptune"
    iam = kwargs.pop("enable_iam_database_authentication", False) if is_neptune else None
    _init(self, *args, **kwargs)
    if is_neptune:
        self.iam_auth = bool(iam)


DBCluster.__init__ = init
