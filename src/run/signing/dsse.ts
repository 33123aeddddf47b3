/**
 * The envelope of a signature: DSSE 1.0.2, https://github.com/secure-systems-lab/dsse (envelope.md and protocol.md). What is
 * signed is the payload with its type and both lengths (PAE), so no signature of one kind of payload holds for another.
 */
import * as z from 'zod';

/** Media type of an in-toto Statement. */
export const payloadType = 'application/vnd.in-toto+json';

export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly {
    /** A hint at the key, which nothing vouches for. */
    readonly keyid: string;
    /** Base64. */
    readonly sig: string;
  }[];
}

/** Pre-authentication encoding: what is signed. Lengths are of bytes. */
export function pae(type: string, payload: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

export function envelopeText(payload: Buffer, keyid: string, signature: Buffer): string {
  const envelope: Envelope = {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ keyid, sig: signature.toString('base64') }],
  };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

const base64 = z.base64();

/** Untrusted. A key id may be left out. */
export const envelopeShape = z.object({
  payloadType: z.literal(payloadType),
  payload: base64,
  signatures: z.array(z.object({ keyid: z.string().default(''), sig: base64 })).min(1),
});
