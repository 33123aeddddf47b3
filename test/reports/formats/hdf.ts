import { z } from 'zod';
import { hdf } from '../../../reports/hdf/hdf.ts';
import type { FormatCase, Told } from '../../support/format-case.ts';
import { draft07 } from '../../support/standard-schemas.ts';

const faults = draft07('hdf/exec-json.json');
const result = z.object({ status: z.string(), finding_id: z.string().optional() });
const control = z.object({ id: z.string(), impact: z.number(), results: z.array(result) });
const document = z.object({
  profiles: z.tuple([
    z.object({
      controls: z.array(control),
      groups: z.array(z.object({ controls: z.array(z.string()) })),
    }),
  ]),
});

const verdicts: Readonly<Record<string, Told['as']>> = { passed: 'pass', failed: 'fail' };

export const hdfCase: FormatCase = {
  reporter: hdf,
  faults: (text) => {
    const given: unknown = JSON.parse(text);
    const [{ controls, groups }] = document.parse(given).profiles;
    const ids = controls.map(({ id }) => id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    const grouped = groups.flatMap((group) => group.controls);
    const lost = ids.filter((id) => !grouped.includes(id));
    // Heimdall takes these for not applicable, so nothing in them may be a failure.
    const hidden = controls.filter(
      ({ impact, results }) => impact === 0 && results.some(({ status }) => status !== 'skipped'),
    );
    return [...faults(given), ...twice, ...lost, ...hidden];
  },
  told: (text) => {
    const [{ controls }] = document.parse(JSON.parse(text)).profiles;
    return controls.flatMap(({ results }) =>
      results.flatMap(({ status, finding_id: id }) =>
        id === undefined ? [] : [{ id, as: verdicts[status] ?? 'neither' }],
      ),
    );
  },
};
