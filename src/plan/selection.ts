/** Which checks a user chose, from names that may be mistyped. */
import type { Check } from '../judge/check.ts';
import { anyText, type ItemRule } from '../judge/items.ts';
import type { Parameter } from '../judge/parameter.ts';
import { UserError, unknownName } from '../text/user-error.ts';
import { cutEnd } from '../text/wrap.ts';
import {
  type FrameworkId,
  frameworks,
  linksWith,
  parseFrameworkName,
  profileOf,
} from '../frameworks/index.ts';
import { severities, type Severity } from '../judge/terms.ts';
import type { World } from '../judge/judgement.ts';
import type { Selection } from './asked.ts';

/** What criteria for checks come to. */
export interface Selected {
  readonly checks: readonly Check[];
  readonly frameworks: readonly FrameworkId[];
  readonly severity: Severity | null;
}

/** The part of a selection that is of checks. */
type Criteria = Omit<Selection, 'regions' | 'excludeRegions' | 'settings'>;

/** The checks that meet every criterion and were not left out. Throws a `UserError` for a name that is not known. */
export function select(all: readonly Check[], selection: Criteria): Selected {
  const { excludeChecks, excludeServices } = selection;
  const ids = new Set(all.map((check) => check.id));
  for (const id of [...selection.checks, ...excludeChecks]) {
    if (!ids.has(id)) throw unknownName('check', id, [...ids], 'See "srm-scan checks".');
  }
  refuseBoth('check', selection.checks, excludeChecks);
  const services = new Set(all.map((check) => check.service));
  for (const service of [...selection.services, ...excludeServices]) {
    if (!services.has(service)) {
      const known = [...services].toSorted();
      throw unknownName('service', service, known, `Known: ${known.join(', ')}.`);
    }
  }
  refuseBoth('service', selection.services, excludeServices);
  const chosenFrameworks = selection.frameworks.map(frameworkId);
  const severity = selection.severity === null ? null : severityOf(selection.severity);
  const checks = all.filter(
    (check) =>
      isChosen(selection.checks, check.id) &&
      isChosen(selection.services, check.service) &&
      !excludeChecks.includes(check.id) &&
      !excludeServices.includes(check.service) &&
      (chosenFrameworks.length === 0 || serves(check, chosenFrameworks)) &&
      (severity === null || isAtLeast(check.severity, severity)),
  );
  if (checks.length === 0) {
    throw new UserError('no check meets the selection; see "srm-scan checks" for what there is');
  }
  return { checks, frameworks: chosenFrameworks, severity };
}

/** Whether it bears upon a control of one of them, by itself or through a mapping. */
function serves({ links }: Check, chosen: readonly FrameworkId[]): boolean {
  return linksWith(links, chosen).some(({ framework }) => chosen.includes(framework));
}

function isChosen(chosen: readonly string[], name: string): boolean {
  return chosen.length === 0 || chosen.includes(name);
}

/** Throws a `UserError` for a name that stands on both sides: one of the two would have no effect. */
export function refuseBoth(
  kind: string,
  chosen: readonly string[],
  excluded: readonly string[],
): void {
  const both = chosen.find((name) => excluded.includes(name));
  if (both === undefined) return;
  throw new UserError(`${kind} ${both} is both chosen and excluded; leave out one of the two`);
}

/** Whether `severity` is as grave as `bound` or graver. */
export function isAtLeast(severity: Severity, bound: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(bound);
}

function severityOf(text: string): Severity {
  const found = severities.find((severity) => severity === text.toLowerCase());
  if (found) return found;
  throw unknownName('severity', text, severities, `Known: ${severities.join(', ')}.`);
}

export function frameworkId(text: string): FrameworkId {
  const parsed = parseFrameworkName(text);
  if (parsed.known) return parsed.id;
  const ids = frameworks.map((framework) => framework.id);
  const hint =
    parsed.nearMisses.length > 0
      ? `Did you mean ${parsed.nearMisses.join(' or ')}?`
      : `Known: ${ids.join(', ')}; cis, fsbp, nist and pci stand for the newest of each.`;
  throw new UserError(`unknown framework "${text}". ${hint}`);
}

/** The check that a setting is of, where it has the form of one. */
export function checkOfSetting(setting: string): string | undefined {
  return /^([a-z0-9-]+)\./.exec(setting)?.[1];
}

/**
 * Reads `<check>.<parameter>=<value>` settings against the parameters that the checks declare. A setting of a check that
 * is not among the `chosen` would have no effect, and is refused.
 */
export function parseSettings(
  all: readonly Check[],
  settings: readonly string[],
  chosen: readonly Check[] = all,
): World['params'] {
  const params: Record<string, Record<string, Parameter>> = {};
  for (const setting of settings) {
    const match = /^([a-z0-9-]+)\.([A-Za-z0-9]+)=(.*)$/s.exec(setting);
    const [, id = '', name = '', text = ''] = match ?? [];
    if (!match) {
      throw new UserError(
        `--set "${setting}" is not of the form <check>.<parameter>=<value>, such as iam-access-key-rotated.maxAgeDays=60`,
      );
    }
    const check = all.find((each) => each.id === id);
    if (!check) {
      throw unknownName(
        'check',
        id,
        all.map((each) => each.id),
        'See "srm-scan checks".',
      );
    }
    const standard = Object.hasOwn(check.params, name) ? check.params[name] : undefined;
    if (standard === undefined) {
      const known = Object.keys(check.params);
      const list = known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has no parameters.';
      throw unknownName(`parameter of ${id}`, name, known, list);
    }
    if (!chosen.includes(check)) {
      throw new UserError(
        `--set "${cutEnd(setting, 80)}": the selection leaves out ${id}; choose it, or leave out the setting`,
      );
    }
    params[id] = { ...params[id], [name]: parseValue(setting, standard, text, check.items[name]) };
  }
  return params;
}

/** The values that the chosen frameworks name for the chosen checks, and over them what the user set. */
export function withProfile(
  chosen: readonly Check[],
  chosenFrameworks: readonly FrameworkId[],
  set: World['params'],
): World['params'] {
  const params: Record<string, World['params'][string]> = {
    ...profileOf(chosen, chosenFrameworks),
  };
  for (const [id, values] of Object.entries(set)) params[id] = { ...params[id], ...values };
  return params;
}

function parseValue(
  setting: string,
  standard: Parameter,
  text: string,
  rule: ItemRule = anyText,
): Parameter {
  if (typeof standard === 'number') {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
    throw new UserError(`--set "${setting}": a number of 0 or more is wanted, such as ${standard}`);
  }
  if (typeof standard === 'boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw new UserError(`--set "${setting}": true or false is wanted`);
  }
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const wrong = items.find((item) => !rule.accepts(item));
  if (wrong !== undefined) {
    throw new UserError(
      `--set "${cutEnd(setting, 80)}": "${cutEnd(wrong, 40)}" is not ${rule.wanted}`,
    );
  }
  // Of a list that has a default, none would be a check that asks for nothing, and says so of every resource.
  if (items.length > 0 || standard.length === 0) return items;
  throw new UserError(
    `--set "${setting}": names with commas between them are wanted, such as ${standard.join(',')}; to leave the check out use --exclude-check`,
  );
}
