import { z } from 'zod';
import { json } from '../../../reports/json.ts';
import type { FormatCase, Told } from '../../support/format-case.ts';
import { validate } from '../../support/report-schema.ts';

/** A finding as report.json has it, and its outcome as any reader takes it. */
export const findingAsTold = z
  .object({ id: z.string(), outcome: z.string() })
  .transform(({ id, outcome }): Told => ({ id, as: takenFor(outcome) }));

export function takenFor(outcome: string): Told['as'] {
  return outcome === 'pass' || outcome === 'fail' ? outcome : 'neither';
}

export const jsonCase: FormatCase = {
  reporter: json,
  faults: (text) => {
    validate(JSON.parse(text));
    return validate.errors ?? [];
  },
  told: (text) => z.object({ findings: z.array(findingAsTold) }).parse(JSON.parse(text)).findings,
};
