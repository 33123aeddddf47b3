/** A check as reports and `srm-scan checks` show it: all that it declares, and nothing of a scan. */
import type { Check } from '../judge/check.ts';
import { type SetParameters, unusual } from '../judge/parameter.ts';
import { idsOf, linksWith } from '../frameworks/index.ts';
import type { CheckLine } from './model.ts';

/**
 * @param set what was set of its parameters
 * @param chosen frameworks: of these also what others' mappings add
 */
export function checkLine(
  check: Check,
  set?: SetParameters,
  chosen: readonly string[] = [],
): CheckLine {
  const { id, severity, severityReason, service, responsibility, evaluates } = check;
  const parameters = unusual(check.params, set);
  const { why, fix, link, remedy } = check;
  const links = linksWith(check.links, chosen);
  return {
    id,
    title: check.titleWith(set),
    ...(check.custom ? { custom: true } : {}),
    severity,
    ...(severityReason === undefined ? {} : { severityReason }),
    service,
    judges: { list: evaluates.id, service: evaluates.service },
    responsibility,
    controls: idsOf(links),
    claims: links,
    why,
    fix,
    link,
    ...(remedy === undefined ? {} : { remedy }),
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
  };
}
