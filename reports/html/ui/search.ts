/** Words that are looked for in every text of a finding. */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { reasonWith } from '../reason-text.ts';
import { outcomeWords, ownerWords } from '../words.ts';
import type { OtherMembers } from '../wire.ts';
import { at } from './at.ts';
import { controlsOf, flags, type Test } from './flags.ts';
import type { Store } from './store.ts';

export function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Digits of an id that are enough to look for one. */
const leastOfId = 8;

export function textTest(store: Store, word: string): Test {
  const { columns, latent, muted } = store;
  const { checks, resources, reasons } = lowered(store);
  const has = (text: string) => text.toLowerCase().includes(word);
  const inCheck = flags(checks, (text) => text.includes(word));
  const inResource = flags(resources, (text) => text.includes(word));
  const inReasons = flags(reasons, (text) => text.includes(word));
  const inRegion = flags(store.regions, has);
  const inAccount = flags(store.accounts, has);
  const inService = flags(store.services, has);
  const inTags = flags(store.more.map(tagsOf), has);
  const inOutcome = flags(outcomes, (each) => has(each) || has(outcomeWords[each].word));
  const inSeverity = flags(severities, has);
  const inOwner = flags(owners, (each) => has(ownerWords[each]));
  const ids = new Set(word.length < leastOfId ? [] : store.ids.rowsOf(word));
  const isLatent = has('latent');
  const mutedRows = new Set(
    [...muted].flatMap(([row, { reason, owner }]) =>
      [reason, owner, 'muted'].some(has) ? [row] : [],
    ),
  );
  const columnsWithHits = [
    [inCheck, columns.check],
    [inResource, columns.resource],
    [inReasons, columns.reasons],
    [inRegion, columns.region],
    [inOutcome, columns.outcome],
    [inSeverity, columns.severity],
    [inOwner, columns.owner],
    [inService, columns.service],
    [inAccount, columns.account],
    [inTags, columns.more],
  ] as const;
  const isIn = hits(columnsWithHits.filter(([found]) => found.includes(1)));
  const isMarked = isLatent || mutedRows.size > 0 || ids.size > 0;
  if (!isMarked) return isIn;
  return (row) =>
    isIn(row) || (isLatent && latent[row] === 1) || mutedRows.has(row) || ids.has(row);
}

/** Most words are in the values of one column or two; the others need no look. */
function hits(columns: readonly (readonly [found: Uint8Array, column: Uint32Array])[]): Test {
  const [first, second, ...more] = columns;
  if (first === undefined) return () => false;
  const [found, column] = first;
  if (second === undefined) return (row) => found[at(column, row)] === 1;
  const rest = hits([second, ...more]);
  return (row) => found[at(column, row)] === 1 || rest(row);
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
