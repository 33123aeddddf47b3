/**
 * AWS services that a policy lets in without saying on whose behalf: the confused deputy. Another customer of the service can
 * then have it use what is named here (AWS docs, IAM user guide, "The confused deputy problem").
 */
import { LIMITING_KEYS } from './condition-keys.ts';
import { asksForKey, demandedKeys } from './conditions.ts';
import type { Condition, Policy, Statement } from './document.ts';
import { fixedness } from './fixed-values.ts';
import { listed, statementLabel } from './text.ts';

/** The keys that tell for whom a service acts. Others, such as `aws:PrincipalOrgID`, are not in its requests. */
const SOURCES = new Set([
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
]);

/** A statement that lets in services for whomever they act. */
export interface OpenService {
  /** Their principals, as `scheduler.amazonaws.com`. */
  readonly services: readonly string[];
  /** One sentence for a report. */
  readonly reason: string;
}

/**
 * Finds the Allow statements that let in a service without a fixed source. Denies are not looked at.
 *
 * @param sends whether the service tells for whom it acts; to ask it of one that does not would shut it out
 */
export function readOpenServices(
  { statements }: Policy,
  sends: (service: string) => boolean,
): readonly OpenService[] {
  return statements.flatMap((statement) => {
    const services = servicesIn(statement).filter(sends);
    if (services.length === 0 || namesSource(statement.conditions)) return [];
    const reason = `${statementLabel(statement)} lets in ${listed(services)} without a condition on aws:SourceArn or aws:SourceAccount`;
    return [{ services, reason }];
  });
}

function servicesIn({ effect, principal }: Statement): readonly string[] {
  if (effect !== 'Allow' || principal?.mode !== 'only') return [];
  return principal.principals
    .filter(({ type }) => type === 'Service')
    .map(({ value }) => value.toLowerCase());
}

function namesSource(conditions: readonly Condition[]): boolean {
  const demanded = demandedKeys(conditions);
  return conditions.some((condition) => {
    const { key, operator, values } = condition;
    const shape = LIMITING_KEYS.get(key)?.shape;
    if (shape === undefined || !SOURCES.has(key) || !asksForKey(condition, demanded)) return false;
    return fixedness(shape, operator.base, values, 'iam') !== 'no';
  });
}
