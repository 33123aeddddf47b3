"""EC2 and KMS: default security group, images, EBS encryption, public snapshots, keys that cannot rotate."""

from typing import Any

import moto.ec2.models.elastic_block_store as ebs_models
import moto.ec2.models.network_acls as acl_models
import moto.ec2.models.security_groups as sg_models
import moto.ec2.models.vpcs as vpc_models
import moto.kms.models as kms_models
from moto.core.exceptions import JsonRESTError
from moto.ec2.models.vpc_peering_connections import VPCPeeringConnection
from moto.core.responses import ActionResult
from moto.ec2.responses.amis import AmisResponse
from moto.ec2.responses.elastic_block_store import ElasticBlockStore
from moto.kms.responses import KmsResponse


_create_security_group = sg_models.SecurityGroupBackend.create_security_group


def create_security_group(self: Any, *args: Any, **kwargs: Any) -> Any:
    group = _create_security_group(self, *args, **kwargs)
    if group.is_default:
        rule = sg_models.SecurityGroupRule(
            self, "-1", group.id, None, None, None,
            source_group=self._add_source_group([{"GroupId": group.id}], group.vpc_id)[0],
            is_egress=False,
        )  # fmt: skip
        group.ingress_rules.append(rule)
    return group


sg_models.SecurityGroupBackend.create_security_group = create_security_group

_create_network_acl = acl_models.NetworkAclBackend.create_network_acl
_delete_vpc = vpc_models.VPCBackend.delete_vpc


def create_network_acl(self: Any, *args: Any, **kwargs: Any) -> Any:
    """Every network ACL ends with the entries that deny the rest, which nobody can delete."""
    acl = _create_network_acl(self, *args, **kwargs)
    if not acl.default:
        self.add_default_entries(acl.id)
        acl.network_acl_entries = [
            entry for entry in acl.network_acl_entries if int(entry.rule_number) == 32767
        ]
    return acl


def delete_vpc(self: Any, vpc_id: str) -> Any:
    """The network ACLs of a VPC go with it."""
    vpc = _delete_vpc(self, vpc_id)
    for acl in [acl for acl in self.network_acls.values() if acl.vpc_id == vpc_id]:
        del self.network_acls[acl.id]
    return vpc


acl_models.NetworkAclBackend.create_network_acl = create_network_acl
vpc_models.VPCBackend.delete_vpc = delete_vpc

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


_get_key_rotation_status = KmsResponse.get_key_rotation_status


def get_key_rotation_status(self: Any) -> str:
    answer = _get_key_rotation_status(self)
    key = self.kms_backend.describe_key(self._get_param("KeyId"))
    if key.key_spec != "SYMMETRIC_DEFAULT":
        message = f"{key.arn} key spec is {key.key_spec}, which is not valid for this operation."
        raise JsonRESTError("UnsupportedOperationException", message)
    return answer


KmsResponse.get_key_rotation_status = get_key_rotation_status


def with_cidrs(side: str) -> property:
    """AWS lists every block of both VPCs; moto names the first only."""
    info = getattr(VPCPeeringConnection, f"{side}_vpc_info").fget

    def vpc_info(self: Any) -> dict[str, Any]:
        answer = info(self)
        return {**answer, "CidrBlockSet": [{"CidrBlock": answer["CidrBlock"]}]}

    return property(vpc_info)


VPCPeeringConnection.requester_vpc_info = with_cidrs("requester")
VPCPeeringConnection.accepter_vpc_info = with_cidrs("accepter")


_register_image = AmisResponse.register_image


def register_image(self: Any) -> ActionResult:
    """Images are of the virtualization that is asked for; without one AWS takes paravirtual, moto none."""
    result = _register_image(self)
    image = self.ec2_backend.amis[result.result["ImageId"]]
    image.virtualization_type = self._get_param("VirtualizationType", "paravirtual")
    return result


AmisResponse.register_image = register_image
