/**
 * A key in AWS KMS, which never leaves it. The scan's own credentials and permissions have no part in this: here the
 * environment or the profile signs, and needs the two actions below on that one key. Nothing of it is done without `--sign kms:`.
 */
import {
  GetPublicKeyCommand,
  KMSClient,
  KMSServiceException,
  SignCommand,
  type SignCommandInput,
} from '@aws-sdk/client-kms';
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { agentTo } from '../../aws/live/network.ts';
import { UserError } from '../../text/user-error.ts';
import {
  isSignedBy,
  keyIdOf,
  type KeyKind,
  type KeyPlace,
  kindOf,
  type SigningKey,
} from './keys.ts';

/** Bytes: what KMS signs that it does not get as a hash. AWS KMS API reference, Sign, `Message`. */
const longestMessage = 4096;

/**
 * Asks for the public key at once, so that a key of another kind, or a permission that is missing, is known before the
 * scan. Throws a `UserError`.
 *
 * @param profile whose credentials are used; the environment's where there is none
 */
export async function openKmsKey(
  { arn, region }: Extract<KeyPlace, { in: 'kms' }>,
  profile: string | undefined,
): Promise<SigningKey> {
  const end = new AbortController();
  const host = `kms.${region}.amazonaws.com`;
  const httpsAgent = await agentTo(host, process.env, end.signal);
  const kms = new KMSClient({
    region,
    ...(profile === undefined ? {} : { profile }),
    requestHandler: {
      connectionTimeout: 3000,
      socketTimeout: 10_000,
      ...(httpsAgent ? { httpsAgent } : {}),
    },
  });
  try {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: arn }));
    const key = publicKeyOf(PublicKey, arn);
    const kind = kindOf(key);
    if (kind === undefined) {
      throw new UserError(
        `${arn} signs by another algorithm; --sign kms: takes keys of the specs ECC_NIST_P256 and ECC_NIST_EDWARDS25519, for SIGN_VERIFY`,
      );
    }
    return {
      id: keyIdOf(key),
      sign: async (message) => {
        const signature = await signed(kms, arn, kind, message).catch((error: unknown) => {
          throw inWords(error, arn, 'kms:Sign');
        });
        if (isSignedBy(key, message, signature)) return signature;
        throw new UserError(`AWS KMS gave a signature of ${arn} that its own public key refuses`);
      },
    };
  } catch (error) {
    end.abort();
    kms.destroy();
    throw inWords(error, arn, 'kms:GetPublicKey');
  }
}

function publicKeyOf(der: Uint8Array | undefined, arn: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(der ?? []), format: 'der', type: 'spki' });
  } catch (error) {
    throw new UserError(`AWS KMS gave no public key for ${arn}`, { cause: error });
  }
}

async function signed(
  kms: KMSClient,
  arn: string,
  kind: KeyKind,
  message: Buffer,
): Promise<Buffer> {
  const { Signature } = await kms.send(
    new SignCommand({ KeyId: arn, ...(kind === 'p-256' ? hashed(message) : whole(message)) }),
  );
  return Buffer.from(Signature ?? []);
}

type Asked = Pick<SignCommandInput, 'Message' | 'MessageType' | 'SigningAlgorithm'>;

function hashed(message: Buffer): Asked {
  return {
    Message: createHash('sha256').update(message).digest(),
    MessageType: 'DIGEST',
    SigningAlgorithm: 'ECDSA_SHA_256',
  };
}

/** Ed25519 takes no hash of the message: of that it would make another signature, Ed25519ph. */
function whole(message: Buffer): Asked {
  if (message.length > longestMessage) {
    throw new UserError(
      `the statement has ${message.length} bytes, and AWS KMS takes ${longestMessage} for Ed25519; write fewer formats, or sign by a key of ECC_NIST_P256`,
    );
  }
  return { Message: message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' };
}

/** What AWS, or the way to it, said. */
function inWords(error: unknown, arn: string, action: string): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const denied = error instanceof KMSServiceException && error.name === 'AccessDeniedException';
  const cure = denied ? ` ("srm-scan policy --sign kms:${arn}" prints what is needed)` : '';
  return new UserError(
    `cannot sign with ${arn}: ${action}: ${error.name}: ${error.message}${cure}`,
    { cause: error },
  );
}
