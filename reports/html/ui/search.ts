/** Words that are looked for in every text of a finding. */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { outcomeWords, ownerWords } from '../words.ts';
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
  return (row) =>
    inCheck[at(columns.check, row)] === 1 ||
    inResource[at(columns.resource, row)] === 1 ||
    inReasons[at(columns.reasons, row)] === 1 ||
    inRegion[at(columns.region, row)] === 1 ||
    inOutcome[at(columns.outcome, row)] === 1 ||
    inSeverity[at(columns.severity, row)] === 1 ||
    inOwner[at(columns.owner, row)] === 1 ||
    inService[at(columns.service, row)] === 1 ||
    inAccount[at(columns.account, row)] === 1 ||
    (isLatent && latent[row] === 1) ||
    mutedRows.has(row) ||
    ids.has(row);
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
      reasons.join('\n').replaceAll('{name}', '').replaceAll('{{', '{').toLowerCase(),
    ),
  };
  loweredOf.set(store, made);
  return made;
}
