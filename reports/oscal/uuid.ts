/** UUIDs that follow from what they name, so that the same thing has the same one in every report. */
import { hash } from 'node:crypto';

/** RFC 9562, appendix A: the namespace of names that are URLs, URNs among them. */
const urls = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** The 16 bytes of a UUID of version 5 (RFC 9562, section 5.5). */
export function uuidBytes(...named: readonly string[]): Buffer {
  const name = Buffer.concat([urls, Buffer.from(`urn:srm-scan:${named.join('\n')}`)]);
  const bytes = hash('sha1', name, 'buffer').subarray(0, 16);
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x50, 6);
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
  return bytes;
}

/** A UUID of version 5 of what the words name. */
export function uuidOf(...named: readonly string[]): string {
  return uuidText(uuidBytes(...named), 0);
}

/** The UUID whose bytes begin at `at`. */
export function uuidText(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
