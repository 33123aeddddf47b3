/** A check as reports and `srm-scan checks` show it: all that it declares, and nothing of a scan. */
import type { Check } from '../judge/check.ts';
import { type SetParameters, unusual } from '../judge/parameter.ts';
import type { CheckLine } from './model.ts';

/** @param set what was set of its parameters */
export function checkLine(check: Check, set?: SetParameters): CheckLine {
  const { id, severity, severityReason, service, responsibility, evaluates } = check;
  const parameters = unusual(check.params, set);
  const { controls, links, why, fix, link } = check;
  return {
    id,
    title: check.titleWith(set),
    ...(check.custom ? { custom: true } : {}),
    severity,
    ...(severityReason === undefined ? {} : { severityReason }),
    service,
    judges: { list: evaluates.id, service: evaluates.service },
    responsibility,
    controls,
    claims: links,
    why,
    fix,
    link,
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
  };
}
