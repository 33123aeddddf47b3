/** The lines of a file, plain or gzip, however long the file is. */
import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UserError } from '../../text/user-error.ts';

/** A line of the file. The last one of a file that is cut off has no end. */
export interface Line {
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * Characters of one line. A record is an answer with little around it, and no answer of more than 64 MB is taken; what goes
 * on for longer is no record, and a small archive can hold gigabytes of it.
 */
const longestLine = 128 * 2 ** 20;

interface LinesOptions {
  /** Characters of a line. */
  readonly longest?: number;
  /** What the user knows the file by, where that is not its path. */
  readonly name?: string;
}

/** Throws a `UserError` where the file cannot be read. */
export async function* linesOf(
  path: string,
  { longest = longestLine, name = path }: LinesOptions = {},
): AsyncGenerator<Line> {
  try {
    yield* split(textOf(path), longest);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot read ${name}: ${wordsOf(error)}`, { cause: error });
  }
}

async function* textOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const source = path.endsWith('.gz') ? createGunzip() : new PassThrough();
  source.setEncoding('utf8');
  // An error of the file destroys the source with the same error, and so reaches the loop.
  pipeline(file, source).catch(() => undefined);
  for await (const chunk of source) yield String(chunk);
}

async function* split(chunks: AsyncIterable<string>, longest: number): AsyncGenerator<Line> {
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      yield { text: [...begun, chunk.slice(from, at)].join(''), isWhole: true };
      begun = [];
      length = 0;
      from = at + 1;
    }
    begun.push(chunk.slice(from));
    length += chunk.length - from;
    if (length > longest) throw new Error('it has a line that is longer than any record');
  }
  const rest = begun.join('');
  if (rest !== '') yield { text: rest, isWhole: false };
}

/** What is wrong with a file, where the error's own words would not tell. */
function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'Z_BUF_ERROR') return 'it is cut off. Use a whole file';
  if (code === 'Z_DATA_ERROR') {
    return 'it is not gzip, or damaged, although its name ends in .gz';
  }
  return error instanceof Error ? error.message : String(error);
}
