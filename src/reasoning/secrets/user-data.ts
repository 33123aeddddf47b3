/** EC2 user data as text, however it is encoded. */
import { gunzipSync } from 'node:zlib';

const MAX_DECODED_BYTES = 1024 * 1024;
const MAX_MIME_DEPTH = 4;

/**
 * Decodes the `UserData` value of EC2's `DescribeInstanceAttribute` into text: base64, then gzip where used.
 * The parts of a MIME archive that are encoded themselves follow the text, decoded (cloud-init reads them all).
 *
 * Returns `undefined` for what cannot be read whole: not base64, a broken or binary content, or more than
 * 1 MiB in all when decompressed. Nothing can then be said of what it holds. Never throws.
 */
export function decodeUserData(base64: string): string | undefined {
  const texts: string[] = [];
  let waiting = [base64];
  let room = MAX_DECODED_BYTES;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const bytes = decodeBytes(next, room);
    const text = bytes === undefined ? undefined : charactersOf(bytes);
    const parts = text === undefined ? undefined : encodedParts(text);
    if (bytes === undefined || text === undefined || parts === undefined) return undefined;
    room -= bytes.length;
    texts.push(text);
    waiting = [...waiting, ...parts];
  }
  return texts.join('\n');
}

function decodeBytes(base64: string, room: number): Buffer | undefined {
  const compact = base64.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  const bytes = Buffer.from(compact, 'base64');
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.length <= room ? bytes : undefined;
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(room, 1) });
  } catch {
    return undefined; // truncated, damaged, or larger than there is room for
  }
}

/** UTF-8, or UTF-16 with a byte order mark as Windows writes it. Text has no NUL characters. */
function charactersOf(bytes: Buffer): string | undefined {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
  return text.includes('\0') ? undefined : text;
}

/** The bodies of a MIME entity whose transfer encoding is base64; `undefined` when it is nested too deeply. */
function encodedParts(entity: string, depth = MAX_MIME_DEPTH): string[] | undefined {
  const [headers = '', ...paragraphs] = entity.trimStart().split(/\r?\n\r?\n/);
  const body = paragraphs.join('\n\n');
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ');
  const boundary = /^content-type:[ \t]*multipart\/.*?boundary="?([^";\s]+)/im.exec(unfolded)?.[1];
  if (boundary === undefined) {
    return /^content-transfer-encoding:[ \t]*base64/im.test(unfolded) ? [body] : [];
  }
  if (depth === 0) return undefined;
  const parts = body
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => encodedParts(part, depth - 1));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
