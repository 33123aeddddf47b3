"""KMS: signs a hash as well as a message, tells without signing whether it would, and knows Ed25519."""

from typing import Any

import moto.kms.models as models
import moto.kms.utils as utils
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from moto.core.exceptions import JsonRESTError
from moto.kms.responses import KmsResponse

EDWARDS = "ECC_NIST_EDWARDS25519"


class EdwardsPrivateKey(utils.AbstractPrivateKey):
    def __init__(self) -> None:
        self.private_key = ed25519.Ed25519PrivateKey.generate()

    def sign(self, message: bytes, signing_algorithm: str) -> bytes:
        return self.private_key.sign(message)

    def verify(self, message: bytes, signature: bytes, signing_algorithm: str) -> bool:
        raise NotImplementedError

    def public_key(self) -> bytes:
        return self.private_key.public_key().public_bytes(
            encoding=serialization.Encoding.DER,
            format=serialization.PublicFormat.SubjectPublicKeyInfo,
        )


_key_specs = utils.KeySpec.key_specs
_generate_private_key = models.generate_private_key
_signing_algorithms = models.Key.signing_algorithms.fget


def generate_private_key(key_spec: str) -> Any:
    return EdwardsPrivateKey() if key_spec == EDWARDS else _generate_private_key(key_spec)


def signing_algorithms(self: Any) -> Any:
    edwards = self.key_spec == EDWARDS and self.key_usage == "SIGN_VERIFY"
    return ["ED25519_SHA_512"] if edwards else _signing_algorithms(self)


utils.KeySpec.key_specs = classmethod(lambda _: sorted([*_key_specs(), EDWARDS]))
models.generate_private_key = generate_private_key
models.Key.signing_algorithms = property(signing_algorithms)


def sign_hash(key: Any, digest: bytes, algorithm: str) -> bytes:
    private_key = key.private_key.private_key
    kind = {"256": hashes.SHA256, "384": hashes.SHA384, "512": hashes.SHA512}[algorithm[-3:]]()
    hashed = Prehashed(kind)
    if algorithm.startswith("ECDSA"):
        return private_key.sign(digest, ec.ECDSA(hashed))
    if algorithm.startswith("RSASSA_PKCS1"):
        return private_key.sign(digest, padding.PKCS1v15(), hashed)
    # The salt is as long as the hash.
    pss = padding.PSS(mgf=padding.MGF1(kind), salt_length=padding.PSS.DIGEST_LENGTH)
    return private_key.sign(digest, pss, hashed)


_sign = models.KmsBackend.sign
_answer_sign = KmsResponse.sign
_get_public_key = KmsResponse.get_public_key


def answer_sign(self: Any) -> str:
    key_id = self._get_param("KeyId")
    self._validate_key_id(key_id)
    key = self.kms_backend.describe_key(key_id)
    if not key.enabled:
        raise JsonRESTError("DisabledException", f"{key.arn} is disabled.")
    if self._get_param("DryRun"):
        message = "The request would have succeeded, but the DryRun option is set."
        raise JsonRESTError("DryRunOperationException", message)
    key.signs_hash = self._get_param("MessageType") == "DIGEST"
    return _answer_sign(self)


def sign(self: Any, key_id: str, message: bytes, signing_algorithm: str) -> Any:
    key = self.describe_key(key_id)
    if not getattr(key, "signs_hash", False):
        return _sign(self, key_id, message, signing_algorithm)
    return key.arn, sign_hash(key, message, signing_algorithm), signing_algorithm


def get_public_key(self: Any) -> str:
    key_id = self._get_param("KeyId")
    self._validate_key_id(key_id)
    key = self.kms_backend.describe_key(key_id)
    if key.key_spec == "SYMMETRIC_DEFAULT":
        message = f"{key.arn} key spec is {key.key_spec}, which is not valid for this operation."
        raise JsonRESTError("UnsupportedOperationException", message)
    return _get_public_key(self)


KmsResponse.sign = answer_sign
KmsResponse.get_public_key = get_public_key
models.KmsBackend.sign = sign
