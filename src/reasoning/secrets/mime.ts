/** MIME archives, of which cloud-init reads every part. */
import type { Encoded } from './encoded.ts';

const MAX_DEPTH = 4;

/** What a MIME archive holds. */
export interface MimeParts {
  /** The text, with parts that are quoted-printable decoded in their place. */
  readonly text: string;
  /** The bodies of parts in base64. */
  readonly parts: readonly Encoded[];
  /** False where parts are nested too deeply, or encoded in another way. */
  readonly isWhole: boolean;
}

/** Takes a MIME entity apart. A text that is none has no parts. */
export function encodedParts(entity: string, depth = MAX_DEPTH): MimeParts {
  const [headers = '', ...paragraphs] = entity.trimStart().split(/\r?\n\r?\n/);
  const body = paragraphs.join('\n\n');
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ');
  const boundary = /^content-type:[ \t]*multipart\/.*?boundary="?([^";\s]+)/im.exec(unfolded)?.[1];
  if (boundary === undefined) return partOf(entity, unfolded, body);
  if (depth === 0) return { text: entity, parts: [], isWhole: false };
  const [preamble = '', ...entities] = body.split(`--${boundary}`);
  const parts = entities.map((part) => encodedParts(part, depth - 1));
  return {
    text: [headers, preamble, ...parts.map(({ text }) => text)].join('\n\n'),
    parts: parts.flatMap((part) => part.parts),
    isWhole: parts.every((part) => part.isWhole),
  };
}

const AS_IT_IS: ReadonlySet<string> = new Set(['7bit', '8bit', 'binary']);

function partOf(entity: string, headers: string, body: string): MimeParts {
  const encoding = /^content-transfer-encoding:[ \t]*"?([\w-]+)/im
    .exec(headers)?.[1]
    ?.toLowerCase();
  const text = entity;
  if (encoding === undefined || AS_IT_IS.has(encoding)) return { text, parts: [], isWhole: true };
  if (encoding === 'base64') {
    return { text: headers, parts: [{ base64: body, isDeclared: true }], isWhole: true };
  }
  if (encoding !== 'quoted-printable') return { text, parts: [], isWhole: false };
  return { text: `${headers}\n\n${unquoted(body)}`, parts: [], isWhole: true };
}

/** RFC 2045, section 6.7. */
function unquoted(body: string): string {
  return body
    .replace(/=[ \t]{0,8}\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
