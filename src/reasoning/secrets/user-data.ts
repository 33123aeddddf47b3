/** EC2 user data as text, however it is encoded, and however what it holds is encoded. */
import { gunzipSync } from 'node:zlib';
import { charactersOf } from './characters.ts';
import { type Encoded, encodedIn } from './encoded.ts';
import { encodedParts } from './mime.ts';

const MAX_DECODED_BYTES = 1024 * 1024;

/** What could be read of user data. */
export interface DecodedUserData {
  /** Everything that could be decoded, one after the other. */
  readonly text: string;
  /** Whether that is all: what could not be decoded may hold anything. */
  readonly isWhole: boolean;
}

/**
 * Decodes the `UserData` value of EC2's `DescribeInstanceAttribute` into text: base64 (once or more), gzip where used.
 * What is encoded inside follows the text, decoded: parts of a MIME archive, files of cloud-init (`encoding: gz+b64`),
 * what a script hands to `base64 -d`, and any other base64 that turns out to be text. At most 1 MiB in all is
 * decompressed. Never throws.
 */
export function decodeUserData(base64: string): DecodedUserData {
  const texts: string[] = [];
  const waiting: Encoded[] = [{ base64, isDeclared: true }];
  let isWhole = true;
  let room = MAX_DECODED_BYTES;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ((next.base64.length * 3) / 4 > room + 2) {
      isWhole = false;
      continue;
    }
    const bytes = decodeBytes(next.base64, room);
    const characters = bytes === undefined ? undefined : charactersOf(bytes);
    const isText = characters?.isText === true;
    if (!isText && !next.isDeclared && !isGzip(next.base64)) continue;
    isWhole &&= isText;
    if (bytes === undefined || characters === undefined) continue;
    room -= bytes.length;
    texts.push(characters.text);
    const mime = encodedParts(characters.text);
    const inside = encodedIn(mime.text);
    if (mime.text !== characters.text) texts.push(mime.text);
    texts.push(...inside.rewritten);
    isWhole &&= mime.isWhole && inside.isWhole;
    // The first is the next: what follows comes in the order of the text.
    waiting.push(...[...mime.parts, ...inside.encoded].toReversed());
  }
  return { text: texts.join('\n'), isWhole };
}

/** Base64 of what gzip begins with. */
function isGzip(base64: string): boolean {
  return base64.trimStart().startsWith('H4sI');
}

function decodeBytes(base64: string, room: number): Buffer | undefined {
  const compact = base64.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  const bytes = Buffer.from(compact, 'base64');
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.length <= room ? bytes : undefined;
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(room, 1) });
  } catch {
    return undefined; // truncated, damaged, or larger than there is room for
  }
}
