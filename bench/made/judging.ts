/** The real checks with judgements that are made up: each resource of its list is judged, until there are enough. */
import type { Check } from '../../src/judge/check.ts';
import type { Judgement } from '../../src/judge/judgement.ts';
import type { Source } from '../../src/observe/observed.ts';
import type { Made, MadeAccount } from './account.ts';
import { createDice, type Dice } from './dice.ts';
import { outcomeOf, reasonsOf } from './reasons.ts';

/** @param most findings in all; what is judged first comes first */
export function judging(
  checks: readonly Check[],
  { made, lists }: MadeAccount,
  most: number,
): readonly Check[] {
  const named = ['vpc.vpcs', 'vpc.subnets', 'kms.keys', 'iam.roles'].flatMap((list) =>
    (made.get(list) ?? []).map(({ resource }) => resource.name),
  );
  let count = 0;
  return checks.map((check, place) => ({
    ...check,
    *judge(): Generator<Judgement> {
      const dice = createDice(place + 7);
      const list = lists.get(check.evaluates.id) ?? [];
      const all = made.get(check.evaluates.id);
      const judgements = all
        ? ofResources(all, check, place, dice, named)
        : ofLists(list, check, place);
      for (const judgement of judgements) {
        if (count === most) return;
        count += 1;
        yield judgement;
      }
    },
  }));
}

function* ofResources(
  all: readonly Made[],
  { severity }: Check,
  place: number,
  dice: Dice,
  named: readonly string[],
): Generator<Judgement> {
  for (const { resource, listed, asked } of all) {
    const outcome = outcomeOf(dice);
    const own = asked[place % Math.max(asked.length, 1)];
    yield {
      resource,
      region: resource.region,
      outcome,
      severity,
      reasons: reasonsOf(dice, outcome, place, resource.name, named),
      sources: own ? [listed, own] : [listed],
      latent: outcome === 'fail' && dice.percent(10),
    };
  }
}

/** The account has none of it, in each Region. */
function* ofLists(
  list: readonly Source[],
  { severity }: Check,
  place: number,
): Generator<Judgement> {
  for (const source of list) {
    yield {
      resource: undefined,
      region: source.region,
      outcome: place % 3 === 0 ? 'fail' : 'not-applicable',
      severity,
      reasons: [place % 3 === 0 ? `it is off in ${source.region}` : 'there is none of it'],
      sources: [source],
      latent: false,
    };
  }
}
