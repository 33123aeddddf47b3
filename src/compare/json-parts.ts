/** Reads a JSON object piece by piece: each element of its lists by itself, so that a report of any size takes little memory. */
import { createReadStream } from 'node:fs';
import { whyUnreadable } from '../text/unreadable.ts';
import { UserError } from '../text/user-error.ts';

/** A member of the object, or one element of a member that is a list. */
export interface Part {
  readonly member: string;
  readonly value: unknown;
  /** Where it begins in the file. */
  readonly line: number;
}

/** Characters. What is longer is no element of a report. */
const longest = 16_000_000;

const code = (character: string) => character.charCodeAt(0);
const [quote, backslash, comma, colon, newline] = ['"', '\\', ',', ':', '\n'].map(code);
const [openList, closeList, openObject, closeObject] = ['[', ']', '{', '}'].map(code);

/**
 * The parts of the members that are wanted, a few at a time. Throws a `UserError` where the file cannot be read or is not such
 * an object.
 *
 * @param lists gets the names of the members that are lists: an empty one has no part
 */
export async function* partsOf(
  path: string,
  wanted: ReadonlySet<string>,
  lists = new Set<string>(),
): AsyncGenerator<readonly Part[]> {
  const scanner = createScanner(path, wanted, lists);
  const file = createReadStream(path, { encoding: 'utf8', highWaterMark: 262_144 });
  try {
    for await (const chunk of file) yield scanner.push(String(chunk));
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    throw new UserError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
  scanner.end();
}

function isBlank(character: number): boolean {
  return character === 32 || character === 9 || character === 10 || character === 13;
}

type Expects = 'object' | 'name' | 'colon' | 'value' | 'element' | 'next' | 'nothing';

function createScanner(path: string, wanted: ReadonlySet<string>, lists: Set<string>) {
  let expects: Expects = 'object';
  let member = '';
  let isInList = false;
  let line = 1;
  /** What is being gathered: undefined between two values. */
  let gathered: string | undefined;
  let startLine = 1;
  let depth = 0;
  let isText = false;
  let isEscaped = false;

  const broken = (why: string, at = line) =>
    new UserError(`${path}:${at}: ${why}, so it is no report of srm-scan`);
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw broken('this is not JSON', startLine);
    }
  };
  /** What a value that is whole comes to. */
  const whole = (text: string, parts: Part[]) => {
    if (expects === 'name') {
      const name = parse(text);
      if (typeof name !== 'string') throw broken('a name is wanted');
      member = name;
      expects = 'colon';
      return;
    }
    if (wanted.has(member)) parts.push({ member, value: parse(text), line: startLine });
    expects = 'next';
  };
  /** A character between values. */
  const between = (character: number) => {
    if (expects === 'object' && character === openObject) expects = 'name';
    else if (expects === 'colon' && character === colon) expects = 'value';
    else if (expects === 'value' && character === openList) {
      isInList = true;
      lists.add(member);
      expects = 'element';
    } else if (expects === 'next' && character === comma) expects = isInList ? 'element' : 'name';
    else if (isInList && character === closeList && (expects === 'next' || expects === 'element')) {
      isInList = false;
      expects = 'next';
    } else if (!isInList && character === closeObject && (expects === 'next' || expects === 'name'))
      expects = 'nothing';
    else return false;
    return true;
  };

  return {
    push: (chunk: string): readonly Part[] => {
      const parts: Part[] = [];
      let start = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const character = chunk.charCodeAt(at);
        if (gathered === undefined) {
          if (character === newline) line += 1;
          if (isBlank(character) || character === 0xfeff || between(character)) continue;
          if (expects !== 'name' && expects !== 'value' && expects !== 'element') {
            throw broken('something else was expected here');
          }
          gathered = '';
          start = at;
          startLine = line;
          depth = 0;
          isText = false;
        } else if (character === newline) line += 1;
        if (isText) {
          if (isEscaped) isEscaped = false;
          else if (character === backslash) isEscaped = true;
          else if (character === quote) isText = false;
          if (isText || depth > 0) continue;
        } else if (character === quote) {
          isText = true;
          continue;
        } else if (character === openObject || character === openList) {
          depth += 1;
          continue;
        } else if (depth > 0) {
          if (character === closeObject || character === closeList) depth -= 1;
          if (depth > 0) continue;
        } else if (
          character !== comma &&
          character !== closeObject &&
          character !== closeList &&
          !isBlank(character)
        ) {
          continue;
        } else {
          // A number, true, false or null ends before what follows it.
          whole(gathered + chunk.slice(start, at), parts);
          gathered = undefined;
          if (character === newline) line -= 1;
          at -= 1;
          continue;
        }
        whole(gathered + chunk.slice(start, at + 1), parts);
        gathered = undefined;
      }
      if (gathered !== undefined) {
        gathered += chunk.slice(start);
        if (gathered.length > longest) throw broken('a value is too long', startLine);
      }
      return parts;
    },
    end: () => {
      if (expects !== 'nothing') throw broken('the file ends too early');
    },
  };
}
