/**
 * What judgements say. Seven of ten pass, two fail; of the rest half do not apply, and the others could not be read. What
 * is said is one sentence for all resources of a check, or has a number in it, or names another thing; the shares are those
 * that the findings of the generated accounts have (docs/benchmark.md).
 */
import type { Outcome } from '../../src/judge/terms.ts';
import { type Dice, hexDigits } from './dice.ts';

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
const others: Readonly<Record<'not-applicable' | 'unknown' | 'manual' | 'out-of-scope', string>> = {
  'not-applicable': 'there is nothing of this kind that the rule is about',
  unknown: 'its settings could not be read: AccessDenied: the caller may not do this',
  manual: 'the API shows that it is set, not whether it is current',
  'out-of-scope': 'a service-linked role of AWS owns the resource',
};

/** @param place of the check, so that no two checks say the same */
export function reasonsOf(
  dice: Dice,
  outcome: Outcome,
  place: number,
  name: string,
): readonly string[] {
  if (outcome !== 'pass' && outcome !== 'fail') return [others[outcome]];
  const base = outcome === 'pass' ? passes : failures;
  const said = `${base[place % base.length] ?? ''} (rule ${place})`;
  const rolled = dice.below(100);
  const shares = outcome === 'pass' ? passShares : failShares;
  if (rolled < shares.same) return [said];
  if (rolled < shares.number) return [`${said}, for ${dice.below(900)} days`];
  if (rolled < shares.own) return [`${said}: ${name}`];
  return [`${said}, by ${dice.pick(['sg', 'subnet', 'eni', 'igw'])}-0${dice.text(16, hexDigits)}`];
}

/** In a hundred, added up: said of all, with a number, with the name of the resource; the rest names another thing. */
const passShares = { same: 90, number: 95, own: 97 };
const failShares = { same: 55, number: 75, own: 85 };
