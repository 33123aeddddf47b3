import { z } from 'zod';
import { ndjson } from '../../../reports/ndjson.ts';
import type { FormatCase } from '../../support/format-case.ts';
import { validate } from '../../support/report-schema.ts';
import { findingAsTold } from './json.ts';

/** The list of report.json that lines of a type are the elements of. */
const lists = {
  responsibility: 'responsibilities',
  'other-service': 'otherServices',
  check: 'checks',
  control: 'controls',
  mute: 'mutes',
  attestation: 'attestations',
  call: 'calls',
  finding: 'findings',
} as const;
const types = [
  ...(['responsibility', 'other-service', 'check', 'control'] as const),
  ...(['mute', 'attestation', 'call', 'finding'] as const),
];

const anyLine = z.looseObject({ type: z.enum(['head', ...types]) });
const head = z.looseObject({ totals: z.object({ calls: z.number(), findings: z.number() }) });

function linesOf(text: string) {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => anyLine.parse(JSON.parse(line)));
}

/** The report that the lines are of. */
export function putTogether(text: string) {
  const [first, ...lines] = linesOf(text);
  const { totals, type: _, ...rest } = { ...first, ...head.parse(first) };
  const elements = (wanted: string) =>
    lines.flatMap(({ type, ...element }) => (type === wanted ? [element] : []));
  const isGiven = (type: string) => type !== 'mute' && type !== 'attestation';
  const byList = types
    .map((type) => [lists[type], elements(type), isGiven(type)] as const)
    .flatMap(([list, all, always]) => (always || all.length > 0 ? [[list, all]] : []));
  return { totals, report: { ...rest, ...Object.fromEntries(byList) } };
}

export const ndjsonCase: FormatCase = {
  reporter: ndjson,
  faults: (text) => {
    const { totals, report } = putTogether(text);
    validate(report);
    const counted = linesOf(text).filter(({ type }) => type === 'finding').length;
    const short = totals.findings === counted ? [] : [`${counted} of ${totals.findings} findings`];
    return [...(validate.errors ?? []), ...short, ...(text.endsWith('\n') ? [] : ['no last end'])];
  },
  told: (text) =>
    linesOf(text).flatMap((line) => (line.type === 'finding' ? [findingAsTold.parse(line)] : [])),
};
