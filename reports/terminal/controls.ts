import type { ReportHead } from '../../src/report/model.ts';
import { wrap } from '../../src/text/wrap.ts';
import { chosenFrameworks, countsByState } from '../control-counts.ts';
import { count } from './count.ts';

/** The controls of each chosen framework, counted; report.json and report.html list them. */
export function controls(
  report: Pick<ReportHead, 'scan' | 'controls'>,
  { width }: { readonly width: number },
): string[] {
  const counted = chosenFrameworks(report);
  if (counted.length === 0) return [];
  return [
    'Controls',
    ...counted.flatMap(({ framework, lines }) =>
      wrap(`${framework}, ${count(lines.length, 'control')}: ${countsByState(lines)}.`, {
        width,
        indent: 2,
        hang: 2,
      }),
    ),
  ];
}
