/**
 * What judgements say. Seven of ten pass, two fail; of the rest more than half do not apply. What is said is one sentence for
 * all resources of a check, or has a number in it, or names another resource. More of it is told apart than in the generated
 * accounts, which are even: a report of one of them that has 31,203 findings has 1,133 different texts.
 */
import type { Outcome } from '../../src/judge/terms.ts';
import type { Dice } from './dice.ts';

export function outcomeOf(dice: Dice): Outcome {
  const rolled = dice.below(1000);
  if (rolled < 700) return 'pass';
  if (rolled < 900) return 'fail';
  if (rolled < 960) return 'not-applicable';
  if (rolled < 990) return 'unknown';
  if (rolled < 995) return 'manual';
  return 'out-of-scope';
}

const passes = [
  'the setting is on',
  'no rule lets anyone of the Internet in',
  'it is encrypted with a key of AWS',
  'nothing grants access to another account',
];
const failures = [
  'the setting is off',
  'it is not encrypted',
  'no log of it is kept',
  'nothing limits who may use it',
];
const told: Readonly<Record<'not-applicable' | 'unknown' | 'manual' | 'out-of-scope', string>> = {
  'not-applicable': 'there is nothing of this kind that the rule is about',
  unknown: 'its settings could not be read: AccessDenied: the caller may not do this',
  manual: 'the API shows that it is set, not whether it is current',
  'out-of-scope': 'a service-linked role of AWS owns the resource',
};

/**
 * @param place of the check, so that no two checks say the same
 * @param others what else may be named
 */
export function reasonsOf(
  dice: Dice,
  outcome: Outcome,
  place: number,
  name: string,
  others: readonly string[],
): readonly string[] {
  if (outcome !== 'pass' && outcome !== 'fail') return [told[outcome]];
  const base = outcome === 'pass' ? passes : failures;
  const said = `${base[place % base.length] ?? ''} (rule ${place})`;
  const rolled = dice.below(100);
  const shares = outcome === 'pass' ? passShares : failShares;
  if (rolled < shares.same) return [said];
  if (rolled < shares.number) return [`${said}, for ${dice.below(900)} days`];
  if (rolled < shares.own) return [`${said}: ${name}`];
  return [`${said}, by ${dice.pick(others)}`];
}

/** In a hundred, added up: said of all, with a number, with the name of the resource; the rest names another thing. */
const passShares = { same: 93, number: 97, own: 98 };
const failShares = { same: 70, number: 90, own: 92 };
