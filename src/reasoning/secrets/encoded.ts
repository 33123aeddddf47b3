/** Base64 inside a text: where it is, and whether the text says that it is encoded. */
/** Something that is encoded in base64, and perhaps compressed. */
export interface Encoded {
  readonly base64: string;
  /** Whether the text says that it is encoded; else it may as well be a name or a number. */
  readonly isDeclared: boolean;
}

/** What is encoded inside a text. */
export interface EncodedIn {
  readonly encoded: readonly Encoded[];
  /** The lines in which a value is decoded as it is used, with the value in its place. */
  readonly rewritten: readonly string[];
  /** False where the text says that something is encoded and it cannot be found. */
  readonly isWhole: boolean;
}

/** What says that something near is base64: cloud-init, shells, OpenSSL, Python, PowerShell, data URLs. */
const DECLARED =
  /encoding["']?:[ \t]{0,4}["']?(?:gz(?:ip)?\+)?b(?:ase)?64|base64[ \t]{1,4}(?:-[a-z]{1,4}[ \t]{1,4})?(?:-d|-D|--decode|-di)|base64[ \t]{1,4}-A?[ \t]{0,4}-d|b64decode|FromBase64String|-e(?:nc(?:odedcommand)?)?[ \t]{1,4}(?=[A-Za-z0-9+/]{16})|;base64,|!!binary/i;
/** Contents of cloud-init that are compressed and not encoded beside it: no text can hold them. */
const COMPRESSED_ONLY = /encoding["']?:[ \t]{0,4}["']?gz(?:ip)?["']?[ \t]{0,4}$/im;

/** Shorter stretches are words. What is declared may be shorter. */
const SHORTEST = 20;
const SHORTEST_DECLARED = 8;

/** Finds what is encoded inside a text, in its order; time is linear in the length of the text. */
export function encodedIn(text: string): EncodedIn {
  const whole = text.trim();
  if (isBase64(whole.replace(/\s+/g, ''), SHORTEST) && /^[A-Za-z0-9+/\s]+={0,2}$/.test(whole)) {
    // Encoded twice, as tools do whose users have encoded it before; or a word.
    const isDeclared = looksEncoded(whole.replace(/\s+/g, ''));
    return { encoded: [{ base64: whole, isDeclared }], rewritten: [], isWhole: true };
  }
  const isDeclared = DECLARED.test(text);
  const encoded: Encoded[] = [];
  for (const stretch of stretchesOf(text)) {
    const shortest = isDeclared ? SHORTEST_DECLARED : SHORTEST;
    if (isBase64(stretch, shortest)) {
      encoded.push({ base64: stretch, isDeclared: isDeclared && looksEncoded(stretch) });
    }
  }
  return {
    encoded,
    rewritten: isDeclared ? rewrittenLines(text) : [],
    isWhole: !COMPRESSED_ONLY.test(text),
  };
}

function isBase64(stretch: string, shortest: number): boolean {
  const letters = stretch.replace(/=+$/, '').length;
  return letters >= shortest && letters % 4 !== 1;
}

/** Whether a stretch is hardly a word or a path: capitals, small letters and digits, whole groups of four. */
function looksEncoded(stretch: string): boolean {
  return (
    stretch.length >= SHORTEST &&
    stretch.length % 4 === 0 &&
    [/[A-Z]/, /[a-z]/, /\d|=$/].every((kind) => kind.test(stretch))
  );
}

/** Stretches of the letters of base64: those that go on over lines of one length, then those within a line. */
function* stretchesOf(text: string): Generator<string> {
  let block: string[] = [];
  for (const line of [...text.split(/\r?\n/), '']) {
    const letters = line.trim();
    const [first] = block;
    const isLetters = /^[A-Za-z0-9+/]+={0,2}$/.test(letters);
    const continues = first === undefined || block.at(-1)?.length === first.length;
    if (isLetters && continues && (first === undefined || letters.length <= first.length)) {
      block.push(letters);
      continue;
    }
    yield* ofBlock(block);
    block = isLetters ? [letters] : [];
    if (!isLetters) for (const [found] of line.matchAll(WITHIN_A_LINE)) yield found;
  }
  yield* ofBlock(block);
}

const WITHIN_A_LINE = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{8,}={0,2}(?![A-Za-z0-9+/=])/g;

/** The last line may be no more of it, such as the `EOF` of a script. */
function* ofBlock(lines: readonly string[]): Generator<string> {
  if (lines.length === 0) return;
  yield lines.join('');
  const last = lines.at(-1) ?? '';
  if (lines.length > 1 && last.length < (lines[0] ?? '').length && !last.endsWith('=')) {
    yield lines.slice(0, -1).join('');
  }
}

// $(echo aHVudGVyMg== | base64 -d), and the same in backquotes, with printf, or without a substitution.
const DECODED_IN_PLACE =
  /(?:\$\(|`)?[ \t]{0,4}(?:echo|printf)[ \t]{1,4}(?:-[neE]{1,3}[ \t]{1,4})?(?:["']%s["'][ \t]{1,4})?["']?([A-Za-z0-9+/]{4,2000}={0,2})["']?[ \t]{0,4}\|[ \t]{0,4}(?:base64|openssl[ \t]{1,4}(?:enc[ \t]{1,4}-)?base64)[ \t]{1,4}(?:-A[ \t]{1,4})?(?:-d|-D|--decode)(?:[ \t]{1,4}-A)?[ \t]{0,4}(?:\)|`)?/g;

function rewrittenLines(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const rewritten = line.replace(DECODED_IN_PLACE, (_, base64: string) =>
      Buffer.from(base64, 'base64').toString('utf8').trim(),
    );
    return rewritten === line ? [] : [rewritten];
  });
}
