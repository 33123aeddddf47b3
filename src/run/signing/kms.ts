/**
 * A key in AWS KMS, which never leaves it. The scan's own credentials and permissions have no part in this: here the
 * environment or the profile signs, and needs the two actions below on that one key. Nothing of it is done without `--sign kms:`.
 */
import {
  DryRunOperationException,
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
 * Asks for the public key at once, and whether it may sign, so that a key of another kind, one that is disabled, or a
 * permission that is missing is known before the scan. Throws a `UserError`.
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
    const { key, kind } = await publicKeyOf(kms, arn);
    await trySigning(kms, arn, kind);
    return {
      id: keyIdOf(key),
      sign: async (message) => {
        const signature = await signed(kms, arn, kind, message);
        if (isSignedBy(key, message, signature)) return signature;
        throw new UserError(`AWS KMS gave a signature of ${arn} that its own public key refuses`);
      },
    };
  } catch (error) {
    end.abort();
    kms.destroy();
    throw error;
  }
}

async function publicKeyOf(
  kms: KMSClient,
  arn: string,
): Promise<{ readonly key: KeyObject; readonly kind: KeyKind }> {
  const { PublicKey, KeyUsage } = await asking(arn, 'kms:GetPublicKey', () =>
    kms.send(new GetPublicKeyCommand({ KeyId: arn })),
  );
  if (KeyUsage !== undefined && KeyUsage !== 'SIGN_VERIFY') {
    throw new UserError(`${arn} is a key for ${KeyUsage}; ${wanted}`);
  }
  const key = keyIn(PublicKey, arn);
  const kind = kindOf(key);
  if (kind === undefined) throw new UserError(`${arn} signs by another algorithm; ${wanted}`);
  return { key, kind };
}

const wanted =
  '--sign kms: takes a key for SIGN_VERIFY of the spec ECC_NIST_P256, ECC_NIST_EDWARDS25519 or RSA_2048 and longer';

function keyIn(der: Uint8Array | undefined, arn: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(der ?? []), format: 'der', type: 'spki' });
  } catch (error) {
    throw new UserError(`AWS KMS gave no public key for ${arn}`, { cause: error });
  }
}

/** Signs nothing: AWS KMS only tells whether it would. AWS KMS developer guide, "Test your permissions". */
async function trySigning(kms: KMSClient, arn: string, kind: KeyKind): Promise<void> {
  await asking(arn, 'kms:Sign', async () => {
    try {
      const trial = Buffer.from('srm-scan');
      await kms.send(new SignCommand({ KeyId: arn, ...askedBy[kind](trial), DryRun: true }));
    } catch (error) {
      if (!(error instanceof DryRunOperationException)) throw error;
    }
  });
}

async function signed(
  kms: KMSClient,
  arn: string,
  kind: KeyKind,
  message: Buffer,
): Promise<Buffer> {
  const { Signature } = await asking(arn, 'kms:Sign', () =>
    kms.send(new SignCommand({ KeyId: arn, ...askedBy[kind](message) })),
  );
  return Buffer.from(Signature ?? []);
}

type Asked = Pick<SignCommandInput, 'Message' | 'MessageType' | 'SigningAlgorithm'>;

const askedBy: Readonly<Record<KeyKind, (message: Buffer) => Asked>> = {
  ed25519: whole,
  'p-256': (message) => ({ ...hashed(message), SigningAlgorithm: 'ECDSA_SHA_256' }),
  rsa: (message) => ({ ...hashed(message), SigningAlgorithm: 'RSASSA_PSS_SHA_256' }),
};

function hashed(message: Buffer): Pick<Asked, 'Message' | 'MessageType'> {
  return { Message: createHash('sha256').update(message).digest(), MessageType: 'DIGEST' };
}

/** Ed25519 takes no hash of the message: of that it would make another signature, Ed25519ph. */
function whole(message: Buffer): Asked {
  if (message.length > longestMessage) {
    throw new UserError(
      `the statement has ${message.length} bytes, and AWS KMS takes ${longestMessage} for Ed25519; write fewer formats, or sign by a key of the spec ECC_NIST_P256`,
    );
  }
  return { Message: message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' };
}

/** What AWS, or the way to it, says against it becomes a `UserError` with the action. */
async function asking<T>(arn: string, action: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    const denied = error instanceof KMSServiceException && error.name === 'AccessDeniedException';
    const cure = denied ? ` ("srm-scan policy --sign kms:${arn}" prints what is needed)` : '';
    throw new UserError(
      `cannot sign with ${arn}: ${action}: ${error.name}: ${error.message}${cure}`,
      { cause: error },
    );
  }
}
