import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { oscal } from '../../reports/oscal/oscal.ts';
import type { ControlLine, Report } from '../../src/report/model.ts';
import { reportsToTell } from '../support/format-case.ts';
import { hostileReport } from '../support/hostile-report.ts';
import { readerOf } from '../support/report-document.ts';
import { sampleReport } from '../support/sample-report.ts';
import { draft07 } from '../support/standard-schemas.ts';

const faults = draft07('oscal/oscal_assessment-results_schema.json');

const prop = z.object({ name: z.string(), value: z.string(), class: z.string().optional() });
const observation = z.object({
  uuid: z.string(),
  title: z.string(),
  description: z.string(),
  props: z.array(prop),
  types: z.array(z.string()),
  subjects: z.array(z.object({ 'subject-uuid': z.string() })).optional(),
  'relevant-evidence': z.array(z.object({ href: z.string() })).optional(),
});
const document = z.object({
  'assessment-results': z.object({
    results: z.tuple([
      z.object({
        props: z.array(prop),
        'local-definitions': z.object({
          components: z.array(z.object({ uuid: z.string(), title: z.string() })),
          'inventory-items': z
            .array(z.object({ uuid: z.string(), props: z.array(prop) }))
            .optional(),
        }),
        observations: z.array(observation).optional(),
        findings: z
          .array(
            z.object({
              title: z.string(),
              target: z.object({
                'target-id': z.string(),
                status: z.object({ state: z.string() }),
              }),
              'related-observations': z
                .array(z.object({ 'observation-uuid': z.string() }))
                .optional(),
            }),
          )
          .optional(),
      }),
    ]),
    'back-matter': z.object({ resources: z.array(z.object({ uuid: z.string() })) }),
  }),
});

async function written(report: Report) {
  let text = '';
  for await (const piece of oscal.render(readerOf(report))) text += piece;
  const parsed: unknown = JSON.parse(text);
  expect(faults(parsed)).toEqual([]);
  const results = document.parse(parsed)['assessment-results'];
  return { result: results.results[0], resources: results['back-matter'].resources };
}

const control: ControlLine = {
  framework: 'nist-800-53-r5',
  control: 'AC-2(1)',
  title: 'Automated account management',
  standing: 'fail',
  state: 'not-met',
  checks: [],
};

describe('assessment results of OSCAL', () => {
  it.each(reportsToTell)('are valid for %s', async (_, make) => {
    const report = make();
    const { result } = await written(report);
    const ofFindings = (result.observations ?? []).filter(({ types }) => types.includes('finding'));
    expect(ofFindings).toHaveLength(report.findings.length);
  });

  it('refer to nothing that is not there', async () => {
    const { result, resources } = await written(hostileReport());
    const there = new Set(
      [
        ...result['local-definitions'].components,
        ...(result['local-definitions']['inventory-items'] ?? []),
        ...resources,
      ].map(({ uuid }) => uuid),
    );
    const named = (result.observations ?? []).flatMap((each) => [
      ...(each.subjects ?? []).map((subject) => subject['subject-uuid']),
      ...(each['relevant-evidence'] ?? []).map(({ href }) => href.slice(1)),
    ]);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((uuid) => !there.has(uuid))).toEqual([]);
  });

  it('give an id once, and the same one in another report', async () => {
    const first = await written(sampleReport());
    const second = await written(sampleReport({ partial: true }));
    const uuids = (first.result.observations ?? []).map(({ uuid }) => uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
    const others = new Set((second.result.observations ?? []).map(({ uuid }) => uuid));
    expect(uuids.filter((uuid) => !others.has(uuid))).toEqual([]);
    const items = (first.result['local-definitions']['inventory-items'] ?? []).map((i) => i.uuid);
    expect(new Set(items).size).toBe(items.length);
  });

  it('keep markup of names as text', async () => {
    const { result } = await written(hostileReport());
    const texts = (result.observations ?? []).map(({ description }) => description);
    expect(texts.some((text) => text.includes(String.raw`\[click\](javascript`))).toBe(true);
    for (const text of texts) expect(text).not.toMatch(/(?<!\\)[<[*`]/);
  });

  it('say of a control whether it is satisfied, with the observations that decide it', async () => {
    const report = sampleReport();
    const failed = report.findings.find(({ outcome }) => outcome === 'fail')?.check ?? '';
    const checks = [{ check: failed, relation: 'subset-of' }] as const;
    const { result } = await written({ ...report, controls: [{ ...control, checks }] });
    const [finding] = result.findings ?? [];
    expect(finding?.target).toMatchObject({
      'target-id': 'ac-2.1_smt',
      status: { state: 'not-satisfied' },
    });
    const failures = report.findings.filter(
      ({ check, outcome }) => check === failed && outcome === 'fail',
    );
    expect(finding?.['related-observations']).toHaveLength(failures.length);
  });

  it('have no finding of a control that the scan does not decide', async () => {
    const undecided = { ...control, standing: 'unknown', state: 'partly-read' } as const;
    const line = { ...undecided, reason: 'Something that it rests on could not be read.' };
    const { result } = await written({ ...sampleReport(), controls: [line] });
    expect(result.findings).toBeUndefined();
    const [told] = (result.observations ?? []).filter(({ types }) =>
      types.includes('control-objective'),
    );
    expect(told?.description).toBe('Something that it rests on could not be read.');
  });

  it('say what AWS provides, what is inherited and what the customer must do', async () => {
    const report = sampleReport();
    const { result } = await written(report);
    const lines = (result.observations ?? []).filter(({ types }) =>
      types.includes('shared-responsibility'),
    );
    const used = report.responsibilities.filter(
      ({ inUse }) => inUse === 'yes' || inUse === 'unknown',
    );
    expect(lines).toHaveLength(used.length);
    for (const line of used) {
      const told = lines.find(({ props }) =>
        props.some(({ name, value }) => name === 'responsibility-line' && value === line.id),
      );
      const values = (name: string) =>
        (told?.props ?? []).filter((each) => each.name === name).map(({ value }) => value);
      expect(values('provided')).toEqual([line.awsPart]);
      expect(values('responsibility')).toEqual(line.owner === 'aws' ? [] : [line.customerPart]);
      expect(values('satisfied')).not.toContain(
        line.status === 'assessed' && (line.counts.fail ?? 0) === 0 ? 'no' : 'yes',
      );
      expect(values('to-attest')).toEqual(line.attestation === undefined ? [] : [line.attestation]);
    }
  });

  it('name who attests what, and whether that is in force', async () => {
    const answer = { answer: 'Reviewed each quarter', by: '<b>Ada</b>', on: '2026-10-01' };
    const line = { ...answer, question: 's3.identity-and-access', until: '2027-01-31' };
    const attestations = [
      { ...line, evidence: ['wiki/42'], state: 'in-force' as const },
      { ...line, evidence: [], on: '2025-01-01', until: '2025-02-01', state: 'expired' as const },
    ];
    let text = '';
    for await (const piece of oscal.render(readerOf({ ...sampleReport(), attestations }))) {
      text += piece;
    }
    expect(faults(JSON.parse(text))).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      'assessment-results': {
        metadata: { parties: [{}, {}, { type: 'person', name: '<b>Ada</b>' }] },
        results: [
          {
            attestations: [
              { parts: [{ class: 'in-force', prose: 'Reviewed each quarter' }] },
              { parts: [{ class: 'expired' }] },
            ],
          },
        ],
      },
    });
  });
});
