/**
 * The ids of findings, made of what they name when they are asked for. To find the row of an id, the first word of every
 * id is made once, a slice at a time while the browser has nothing else to do.
 */
import { findingIdLength, findingIdText } from '../../../src/text/finding-id.ts';
import { at } from './at.ts';
import { hexOf, sha256Words } from './sha256.ts';

type Named = Parameters<typeof findingIdText>[0];

export interface FindingIds {
  at(row: number): string;
  /** The rows whose ids begin so; 8 digits at least. */
  rowsOf(beginning: string): readonly number[];
  /** Says that the row is of a whole list. */
  ofList(row: number): void;
  /** An id that follows from nothing. */
  set(row: number, id: string): void;
  /** Makes ready what `rowsOf` needs, in slices. */
  prepare(): Promise<void>;
}

const shortest = 8;
const rowsInSlice = 4000;

export function createFindingIds(named: (row: number) => Named, rows: number): FindingIds {
  const lists = new Set<number>();
  const told = new Map<number, string>();
  const first = new Uint32Array(rows);
  let known = 0;

  const wordsOf = (row: number) => sha256Words(findingIdText(named(row), lists.has(row)));
  const idAt = (row: number) => told.get(row) ?? hexOf(wordsOf(row), findingIdLength);
  const learn = (until: number) => {
    for (; known < until; known += 1) first[known] = at(wordsOf(known), 0);
  };

  return {
    at: idAt,
    ofList: (row) => lists.add(row),
    set: (row, id) => told.set(row, id),
    rowsOf: (beginning) => {
      const found = [...told].flatMap(([row, id]) => (id.startsWith(beginning) ? [row] : []));
      if (beginning.length < shortest || !/^[0-9a-f]+$/.test(beginning)) return found;
      learn(rows);
      const word = Number.parseInt(beginning.slice(0, shortest), 16);
      for (let row = first.indexOf(word); row >= 0; row = first.indexOf(word, row + 1)) {
        if (!told.has(row) && idAt(row).startsWith(beginning)) found.push(row);
      }
      return found;
    },
    prepare: async () => {
      for (let until = 0; until < rows; until += rowsInSlice) {
        learn(Math.min(until + rowsInSlice, rows));
        await new Promise((done) => setTimeout(done));
      }
    },
  };
}
