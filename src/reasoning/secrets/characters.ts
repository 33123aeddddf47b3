/** The characters of bytes, as far as they are text. */
export interface Characters {
  readonly text: string;
  /** False for what is no text: then `text` is what of it looks like some. */
  readonly isText: boolean;
}

/** UTF-8, or UTF-16 as Windows writes it, with a byte order mark or without. Text has no control characters. */
export function charactersOf(bytes: Buffer): Characters {
  const text = decoded(bytes);
  if (text !== undefined && !hasControls(text)) return { text, isText: true };
  return { text: bytes.toString('latin1').replaceAll('\0', ''), isText: false };
}

const BELL = 7;
const CARRIAGE_RETURN = 13;
const ESCAPE = 27;
const SPACE = 32;

/** Control characters but for tabs, line ends and what scripts write to terminals: bells, backspaces, escapes. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isUsual = code >= SPACE || code === ESCAPE || (code >= BELL && code <= CARRIAGE_RETURN);
    if (!isUsual) return true;
  }
  return false;
}

function decoded(bytes: Buffer): string | undefined {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // PowerShell encodes commands so. Every second byte of plain letters is zero, as it never is in UTF-8.
  const isPlain = bytes.length >= 4 && bytes.every((byte, at) => at % 2 === 0 || byte === 0);
  return isPlain ? 'utf-16le' : 'utf-8';
}
