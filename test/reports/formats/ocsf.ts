import { z } from 'zod';
import { ocsf } from '../../../reports/ocsf.ts';
import type { FormatCase } from '../../support/format-case.ts';
import { draft2020 } from '../../support/standard-schemas.ts';
import { takenFor } from './json.ts';

const faults = draft2020('ocsf/compliance_finding-1.6.0.cloud-datetime.schema.json');
const event = z.object({
  finding_info: z.object({ uid: z.string() }),
  compliance: z.object({ status: z.string() }),
});

function linesOf(text: string): readonly unknown[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
}

export const ocsfCase: FormatCase = {
  reporter: ocsf,
  faults: (text) => linesOf(text).flatMap(faults),
  told: (text) =>
    linesOf(text).map((line) => {
      const { finding_info: info, compliance } = event.parse(line);
      return { id: info.uid, as: takenFor(compliance.status.toLowerCase()) };
    }),
};
