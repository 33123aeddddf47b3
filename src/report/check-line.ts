/** A check as reports and `srm-scan checks` show it: all that it declares, and nothing of a scan. */
import type { Check } from '../judge/check.ts';
import type { CheckLine } from './model.ts';

export function checkLine(check: Check): CheckLine {
  const { id, title, severity, severityReason, service, responsibility } = check;
  const { controls, links, why, fix, link } = check;
  return {
    id,
    title,
    severity,
    ...(severityReason === undefined ? {} : { severityReason }),
    service,
    responsibility,
    controls,
    claims: links,
    why,
    fix,
    link,
  };
}
