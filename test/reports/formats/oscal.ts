import { z } from 'zod';
import { oscal } from '../../../reports/oscal/oscal.ts';
import type { FormatCase } from '../../support/format-case.ts';
import { draft07 } from '../../support/standard-schemas.ts';
import { takenFor } from './json.ts';

const faults = draft07('oscal/oscal_assessment-results_schema.json');
const prop = z.object({ name: z.string(), value: z.string() });
const document = z.object({
  'assessment-results': z.object({
    results: z.array(
      z.object({
        observations: z
          .array(z.object({ types: z.array(z.string()), props: z.array(prop) }))
          .optional(),
      }),
    ),
  }),
});

export const oscalCase: FormatCase = {
  reporter: oscal,
  faults: (text) => faults(JSON.parse(text)),
  told: (text) => {
    const { results } = document.parse(JSON.parse(text))['assessment-results'];
    const all = results.flatMap(({ observations = [] }) => observations);
    return all.flatMap(({ types, props }) => {
      const valueOf = (name: string) => props.find((each) => each.name === name)?.value ?? '';
      if (!types.includes('finding')) return [];
      return [{ id: valueOf('finding-id'), as: takenFor(valueOf('outcome')) }];
    });
  },
};
