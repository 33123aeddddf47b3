/** Words that are looked for in every text of a finding. */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { reasonWith } from '../reason-text.ts';
import { outcomeWords, ownerWords } from '../words.ts';
import type { OtherMembers } from '../wire.ts';
import { at } from './at.ts';
import { controlsOf } from '../control-names.ts';
import { flags } from './flags.ts';
import { type Flags, placesOf, widen } from './passes.ts';
import type { Store } from './store.ts';

export function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Digits of an id that are enough to look for one. */
const leastOfId = 8;

/** The rows that have the word in one of their texts. */
export function textRows(store: Store, word: string): Flags {
  const { columns, latent, muted } = store;
  const { checks, resources, reasons } = lowered(store);
  const has = (text: string) => text.toLowerCase().includes(word);
  const isIn = (text: string) => text.includes(word);
  const rows = new Uint8Array(store.size);
  const found = [
    [columns.check, flags(checks, isIn)],
    [columns.resource, flags(resources, isIn)],
    [columns.reasons, flags(reasons, isIn)],
    [columns.region, flags(store.regions, has)],
    [columns.outcome, flags(outcomes, (each) => has(each) || has(outcomeWords[each].word))],
    [columns.severity, flags(severities, has)],
    [columns.owner, flags(owners, (each) => has(ownerWords[each]))],
    [columns.service, flags(store.services, has)],
    [columns.account, flags(store.accounts, has)],
    [columns.more, flags(store.more.map(tagsOf), has)],
  ] as const;
  for (const [column, meant] of found) {
    // Most words are in the values of one column or two; the others need no look.
    if (meant.includes(1)) widen(rows, column, meant);
  }
  if (has('latent')) for (const row of placesOf(latent)) rows[row] = 1;
  for (const [row, { reason, owner }] of muted) {
    if ([reason, owner, 'muted'].some(has)) rows[row] = 1;
  }
  if (word.length >= leastOfId) for (const row of store.ids.rowsOf(word)) rows[row] = 1;
  return rows;
}

/** `key=value`, each on a line of its own. */
function tagsOf({ tags = {} }: OtherMembers): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n');
}

interface Lowered {
  readonly checks: readonly string[];
  readonly resources: readonly string[];
  readonly reasons: readonly string[];
}

const loweredOf = new WeakMap<Store, Lowered>();

/** The texts as they are searched, made once. A line feed stands between two, so that no word spans them. */
export function lowered(store: Store): Lowered {
  const known = loweredOf.get(store);
  if (known) return known;
  const made: Lowered = {
    checks: store.checks.map((check) =>
      [check.id, check.title, check.service, ...controlsOf(check)].join('\n').toLowerCase(),
    ),
    resources: store.arns.map((arn, place) => {
      const name = at(store.names, place);
      const type = at(store.types, at(store.typeOf, place));
      return `${arn.endsWith(name) ? '' : `${name}\n`}${type}\n${arn}`.toLowerCase();
    }),
    // The name that a reason leaves out is searched with the resource.
    reasons: store.reasons.map((reasons) =>
      reasons
        .map((reason) => reasonWith(reason, '\n'))
        .join('\n')
        .toLowerCase(),
    ),
  };
  loweredOf.set(store, made);
  return made;
}
