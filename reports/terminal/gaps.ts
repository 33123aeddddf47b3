/** What was not read, and the permissions that would let it be read. */
import type { Coverage, Gap } from '../../src/report/model.ts';
import { printable } from '../../src/text/printable.ts';
import { wrap } from '../../src/text/wrap.ts';
import { count } from './count.ts';

/** Regions that are named; more are counted. */
const mostRegions = 3;
const mostCauseLines = 4;

/** One gap: the call, where it was lost, what it touches, and why where no permission cures it. */
export function gapLines(
  gap: Gap,
  missing: Coverage['missingPermissions'],
  width: number,
): readonly string[] {
  const what = gap.reason === 'fault' ? faultText(gap) : lostText(gap);
  const effect = gap.checks.length > 0 ? `; touches ${count(gap.checks.length, 'check')}` : '';
  const isTold = gap.reason === 'fault' || explained.has(gap.reason);
  // Of what a permission cures the statement below tells.
  const isCurable = gap.reason === 'denied' && missing?.Action.includes(gap.iamAction);
  const cause = isTold || isCurable ? [] : wrap(printable(gap.cause), { width, indent: 6 });
  return [
    ...wrap(`${printable(what)}${effect}`, { width, indent: 4, hang: 2 }),
    ...cause.slice(0, mostCauseLines),
  ];
}

/** Why the scan ended is told once, above. */
const explained: ReadonlySet<Gap['reason']> = new Set(['deadline', 'interrupted']);

/** More actions than these are a policy, and no longer a statement to paste from a terminal. */
const mostActions = 24;

/** Valid JSON, wherever it is wrapped. What a policy denies in so many words is not in it. */
export function permissionLines(missing: Coverage['missingPermissions'], width: number): string[] {
  if (!missing) return [];
  const { length } = missing.Action;
  if (length > mostActions) {
    const services = new Set(missing.Action.map((action) => action.slice(0, action.indexOf(':'))));
    const told = `The scanning identity lacks ${length} permissions of ${services.size} services. "srm-scan policy", with the same options, prints the least policy to attach to it; "srm-scan policy --service s3" that of one service. The statement of what is missing is in report.json, coverage.missingPermissions.`;
    return wrap(told, { width, indent: 2, hang: 2 });
  }
  const actions = missing.Action.map((action) => `"${printable(action)}"`).join(', ');
  const statement = `{ "Effect": "Allow", "Action": [${actions}], "Resource": "*" }`;
  return [
    ...wrap('This statement grants what the scanning identity lacks, and lifts no denial:', {
      width,
      indent: 2,
      hang: 2,
    }),
    ...wrap(statement, { width, indent: 4 }),
  ];
}

function lostText(gap: Gap): string {
  const { service, operation, reason, count: lost } = gap;
  const call = service === '*' ? 'every call' : `${service}:${operation}`;
  return `${call} in ${placeOf(gap)}: ${reason}${lost > 1 ? ` (${lost} calls)` : ''}`;
}

function placeOf({ regions }: Gap): string {
  return regions.length > mostRegions ? `${regions.length} regions` : regions.join(', ');
}

/** No call is to blame. */
function faultText(gap: Gap): string {
  return `${gap.operation} in ${placeOf(gap)}: ${gap.cause}`;
}
