import { z } from 'zod';
import { asff } from '../../../reports/asff/asff.ts';
import type { FormatCase } from '../../support/format-case.ts';
import { draft07 } from '../../support/standard-schemas.ts';

const faults = draft07('asff/batch-import-findings.derived.schema.json');
const findings = z.array(
  z.object({ Id: z.string(), Compliance: z.object({ Status: z.string() }) }),
);
const verdicts = new Map([
  ['PASSED', 'pass'],
  ['FAILED', 'fail'],
] as const);

export const asffCase: FormatCase = {
  reporter: asff,
  // As many as BatchImportFindings takes; it refuses a list of none.
  faults: (text) => {
    const all: readonly unknown[] = z.array(z.unknown()).parse(JSON.parse(text));
    const batches = Array.from({ length: Math.ceil(all.length / 100) }, (_, number) =>
      all.slice(number * 100, number * 100 + 100),
    );
    return batches.flatMap((Findings) => faults({ Findings }));
  },
  told: (text) =>
    findings.parse(JSON.parse(text)).map(({ Id, Compliance: { Status } }) => ({
      id: Id.replace(/^.*\//, ''),
      as: [...verdicts].find(([status]) => status === Status)?.[1] ?? 'neither',
    })),
};
