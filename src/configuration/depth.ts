/**
 * How deep lists and members stand in one another in a text of YAML or JSON, told before it is parsed: parsers call
 * themselves for each level, and what a stack or a heap that is too small for it ends with is not always an error.
 */
import { Lexer } from 'yaml';

/** More than a file of ours needs, and less than harms. */
const deepestFlow = 100;
/** Columns: a level of a block takes one at least. */
const widestIndent = 500;

/** The line, from 1, where the text is deeper than a parser is trusted with; undefined where it is nowhere. */
export function lineTooDeep(text: string): number | undefined {
  let line = 1;
  let flow = 0;
  /** Of the line: lists and keys that begin in it, and the columns before them. */
  let begun = 0;
  let indent = 0;
  let isFirst = true;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (token === '-' || token === '?') begun += 1;
    else if (isFirst && /^ +$/.test(token)) indent = token.length;
    if (flow > deepestFlow || begun > deepestFlow || indent > widestIndent) return line;
    line += token.split('\n').length - 1;
    isFirst = token.endsWith('\n');
    if (isFirst) [begun, indent] = [0, 0];
  }
  return undefined;
}
