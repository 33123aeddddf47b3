/** What a person wrote into a file of YAML or JSON, held against its shape. Whatever is wrong is told with its line. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type Document, type ErrorCode, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Material } from '../report/model.ts';
import { shapeWords } from '../text/shape-words.ts';
import { whyUnreadable } from '../text/unreadable.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import { cutEnd } from '../text/wrap.ts';
import { lineTooDeep } from './depth.ts';

/** Characters. What is longer is another file. */
const longest = 1_000_000;

export interface Written {
  readonly value: unknown;
  /** The file, and the line where what stands at the path begins, or else that in which it would stand. */
  place(path: readonly PropertyKey[]): string;
}

/** A file and what it holds. */
export interface WrittenFile extends Written {
  readonly file: Omit<Material, 'kind'>;
}

/** What came of a file, and the file. */
export interface ReadFile<T> {
  readonly value: T;
  readonly file: Omit<Material, 'kind'>;
}

/** @param noun what the file should be, such as `configuration` */
export async function readWritten(path: string, noun: string): Promise<WrittenFile> {
  const bytes = await bytesOf(path, noun);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    ...parseWritten(textIn(bytes, path, noun), path),
    file: { name: basename(path), size: bytes.length, sha256 },
  };
}

/** The text of a file that a person wrote. Throws a `UserError` where it cannot be such a file. */
export async function readText(path: string, noun: string): Promise<string> {
  return textIn(await bytesOf(path, noun), path, noun);
}

function textIn(bytes: Buffer, path: string, noun: string): string {
  const text = bytes.toString('utf8');
  if (text.length <= longest) return text;
  throw tooLong(path, noun);
}

function tooLong(path: string, noun: string): UserError {
  return new UserError(`${path}: longer than a megabyte, so it is no ${noun}`);
}

/** Reads no more than could be right: the file may be a device that never ends. A character takes up to four bytes. */
async function bytesOf(path: string, noun: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream: AsyncIterable<Buffer> = createReadStream(path);
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > 4 * longest) throw tooLong(path, noun);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
  return Buffer.concat(chunks);
}

const tooDeep = 'lists and members stand in one another deeper than any file of srm-scan needs';
/** Where the words of `yaml` would not help whoever wrote the file. */
const faults: Readonly<Partial<Record<ErrorCode, string>>> = {
  MULTIPLE_DOCS: 'a second document begins here; put all into one, without "---" between',
  RESOURCE_EXHAUSTION: tooDeep,
};

/** @param path names the text in errors */
export function parseWritten(text: string, path: string): Written {
  const deep = lineTooDeep(text);
  if (deep !== undefined) throw new UserError(`${path}:${deep}: ${tooDeep}`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number | undefined) =>
    offset === undefined ? path : `${path}:${lines.linePos(offset).line}`;
  const [broken] = document.errors;
  if (broken) {
    const why = faults[broken.code] ?? cutEnd(broken.message, 200);
    throw new UserError(`${lineAt(broken.pos[0])}: ${why}`);
  }
  return {
    value: valueOf(document, path),
    place: (at) => {
      const offsets = Array.from({ length: at.length + 1 }, (_, less) =>
        offsetOf(document.getIn(at.slice(0, at.length - less), true)),
      );
      return lineAt(offsets.find((offset) => offset !== undefined));
    },
  };
}

/** An empty file says nothing, and is right. A tower of aliases would fill the memory; `yaml` stops at a hundred. */
function valueOf(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS() ?? {};
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${path}: ${tooDeep}`, { cause: error });
    if (!(error instanceof ReferenceError)) throw error;
    throw new UserError(`${path}: ${error.message}`, { cause: error });
  }
}

function offsetOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  if (!Array.isArray(range)) return undefined;
  const [start]: readonly unknown[] = range;
  return typeof start === 'number' ? start : undefined;
}

/**
 * What was written, as the schema has it. Throws a `UserError` with the place of the first thing that is wrong.
 *
 * @param faultOf what is wrong, in words, and what to write instead
 */
export function hold<T>(
  { value, place }: Written,
  schema: z.ZodType<T>,
  faultOf: (issue: z.core.$ZodIssue) => string,
): T {
  const held = schema.safeParse(value, { error: shapeWords });
  if (held.success) return held.data;
  const [first] = held.error.issues;
  const issue = first && innermost(first);
  if (!issue) throw new UserError(`${place([])}: is not as expected`);
  const stray = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  throw new UserError(`${place([...issue.path, ...stray])}: ${faultOf(issue)}`);
}

/** Of a value that may be of several forms: what is wrong inside the form that it has, where one of them told. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().find(({ path }) => path.length > 0);
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

/** A fault of a file that has lists of entries: which entry, which member, what is wanted. */
export function entryFault(issue: z.core.$ZodIssue, shape: z.ZodObject): string {
  const member = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shape.shape);
    return unknownName('member', issue.keys[0] ?? '', known, `Known: ${known.join(', ')}.`).message;
  }
  return `${member === '' ? 'the file' : member}: ${issue.message}`;
}
