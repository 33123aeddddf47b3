/** What was not read, and the statement that would let it be read. */
import type { Coverage, Gap, ReportHead } from '../../src/report/model.ts';
import { codeSpan } from '../../src/text/markdown.ts';
import { printableData } from '../../src/text/printable.ts';
import { plural } from '../html/words.ts';
import { listWithin, sentence } from './room.ts';

const mostGaps = { bytes: 12_000, most: 25 };
/** Bytes of the statement; a longer one is a policy, which `srm-scan policy` prints. */
const mostOfStatement = 6000;
/** Regions that are named; more are counted. */
const mostRegions = 3;

export function unreadSection({ coverage }: ReportHead): readonly string[] {
  const { gaps, missingPermissions } = coverage;
  if (gaps.length === 0) return [];
  return [
    '### Not read',
    '',
    ...listWithin(gaps.map(gapLine), mostGaps),
    '',
    ...statement(missingPermissions),
  ];
}

function gapLine(gap: Gap): string {
  const { service, operation, regions, reason, cause, cure, count, checks } = gap;
  const call = service === '*' ? 'every call' : codeSpan(`${service}:${operation}`);
  // No call is to blame: what broke is named as it is.
  const what = reason === 'fault' ? codeSpan(operation) : call;
  const named = regions.slice(0, mostRegions).map(codeSpan).join(', ');
  const more = regions.length > mostRegions ? ` and ${regions.length - mostRegions} more` : '';
  const effect = checks.length === 0 ? '' : `; touches ${plural(checks.length, 'check')}`;
  const told = [cause, cure].map((text) => sentence(text, 400)).join(' ');
  return `- ${what} in ${named}${more}: **${reason}**, ${plural(count, 'call')}${effect}. ${told}`.trimEnd();
}

/** Valid JSON, to be pasted. */
function statement(missing: Coverage['missingPermissions']): readonly string[] {
  if (missing === undefined) return [];
  const json = JSON.stringify(printableData(missing), null, 2);
  if (json.length > mostOfStatement) {
    return [
      `The scanning identity lacks ${plural(missing.Action.length, 'permission')}: \`srm-scan policy\`, with the options of the scan, prints the least policy to attach to it.`,
      '',
    ];
  }
  return [
    'This statement grants what the scanning identity lacks. It lifts no service control policy, permissions boundary or resource policy.',
    '',
    '```json',
    ...json.split('\n'),
    '```',
    '',
  ];
}
