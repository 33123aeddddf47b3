/** `--regions active` over HTTP: the generated account of 145 resources has things in 4 of its 17 Regions. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { generateAccount } from '../../bench/account/account.ts';
import { regions } from '../../bench/account/regions.ts';
import { type Gate, startGate } from '../../emulator/gate.ts';
import { expectValid } from '../support/report-schema.ts';
import { summaryShape } from '../../src/fleet/summary.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const parts = z.looseObject({
  scan: z.looseObject({
    regions: z.array(z.string()),
    selection: z.looseObject({ activeRegions: z.boolean().optional() }),
    activity: z
      .object({
        regions: z.array(
          z.object({
            region: z.string(),
            state: z.string(),
            because: z.string(),
            countedAt: z.string().optional(),
            evidence: z.array(z.string()),
          }),
        ),
        leftOut: z.array(z.object({ regions: z.array(z.string()), checks: z.array(z.string()) })),
      })
      .optional(),
  }),
  coverage: z.looseObject({
    calls: z.looseObject({ planned: z.number() }),
    gaps: z.array(z.looseObject({ operation: z.string(), checks: z.array(z.string()) })),
  }),
  findings: z.array(
    z.looseObject({
      id: z.string(),
      check: z.string(),
      region: z.string(),
      outcome: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
});
type Report = z.output<typeof parts>;

const standings = z.looseObject({
  controls: z.array(
    z.looseObject({ framework: z.string(), control: z.string(), state: z.string() }),
  ),
  responsibilities: z.array(z.looseObject({ id: z.string(), status: z.string() })),
});

const compared = z.looseObject({
  changes: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
});

const folder = temporaryFolder();
let gate: Gate;

beforeAll(async () => {
  const today = new Date();
  today.setUTCHours(0, 0, 0, 0);
  gate = await startGate({ upstream: generateAccount('145', today).answer });
});
afterAll(async () => {
  await gate.close();
  folder.remove();
});

async function scan(name: string, ...args: readonly string[]) {
  const output = join(folder.path, name);
  const ran = await runCli(['--rate', '1', '--format', 'json', '--output', output, ...args], {
    env: {
      AWS_ENDPOINT_URL: gate.endpoint,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_REGION: 'us-east-1',
    },
  });
  const summary = summaryShape.parse(
    JSON.parse(readFileSync(join(output, 'latest', 'summary.json'), 'utf8')),
  );
  return { ...ran, told: ran.stdout.replaceAll(/\s+/g, ' '), report: reportIn(output), summary };
}

function reportIn(output: string): Report {
  const report: unknown = JSON.parse(readFileSync(join(output, 'latest', 'report.json'), 'utf8'));
  expectValid(report);
  return parts.parse(report);
}

function statesOf({ scan: { activity } }: Report) {
  return new Map((activity?.regions ?? []).map((line) => [line.region, line]));
}

describe('a scan of the active Regions', () => {
  let whole: Report;
  let ran: Awaited<ReturnType<typeof scan>>;
  let asked: ReturnType<Gate['calls']['list']>;
  beforeAll(async () => {
    whole = (await scan('whole')).report;
    const before = gate.calls.list().length;
    ran = await scan('active', '--regions', 'active', '--evidence');
    asked = gate.calls.list().slice(before);
  });
  const inactive = () =>
    [...statesOf(ran.report).values()].flatMap(({ region, state }) =>
      state === 'not-active' ? [region] : [],
    );

  it('tells of every Region whether it is active, and by which calls', () => {
    const states = statesOf(ran.report);
    expect([...states.keys()].toSorted()).toEqual([...regions].toSorted());
    expect(states.get('us-east-1')).toMatchObject({
      state: 'active',
      because: expect.stringContaining('4 of AWS::EC2::Instance'),
    });
    expect(states.get('ap-northeast-3')).toMatchObject({ state: 'not-known', evidence: [] });
    const because = 'AWS Config has no recorder there';
    expect([...states.values()]).toContainEqual(
      expect.objectContaining({ state: 'not-known', because }),
    );
    expect(inactive().length).toBeGreaterThan(5);
    for (const region of inactive()) {
      expect(states.get(region)?.evidence).toHaveLength(3);
      expect(states.get(region)?.countedAt).toMatch(/^\d{4}-/);
    }
  });

  it('sends fewer calls, none for a list of what is not there, and every setting is read everywhere', () => {
    const { report } = ran;
    expect(asked).toHaveLength(report.coverage.calls.planned);
    const spared = whole.coverage.calls.planned - report.coverage.calls.planned;
    expect(spared).toBeGreaterThan(25 * inactive().length);
    const where = (operation: string) =>
      asked.filter((call) => call.operation === operation).map(({ region }) => region);
    for (const region of inactive()) {
      for (const operation of ['DescribeDBInstances', 'DescribeInstances', 'ListFunctions']) {
        expect(where(operation), operation).not.toContain(region);
      }
    }
    for (const operation of [
      'GetEbsEncryptionByDefault',
      'ListDetectors',
      'DescribeSecurityGroups',
    ]) {
      expect(where(operation).toSorted(), operation).toEqual([...regions].toSorted());
    }
  });

  it('says what the whole scan says, and of what it left out nothing', () => {
    const { leftOut = [] } = ran.report.scan.activity ?? {};
    const isLeftOut = (check: string, region: string) =>
      leftOut.some((each) => each.regions.includes(region) && each.checks.includes(check));
    expect(leftOut.flatMap((group) => group.regions).toSorted()).toEqual(inactive().toSorted());
    expect(ran.summary.scan.inactiveRegions).toEqual(inactive().toSorted());
    const now = new Map(ran.report.findings.map((finding) => [finding.id, finding]));
    for (const { id, check, region, outcome } of whole.findings) {
      const found = now.get(id);
      if (isLeftOut(check, region)) expect(outcome, `${check} in ${region}`).toBe('not-applicable');
      else expect(found?.outcome, `${check} in ${region}`).toBe(outcome);
    }
    for (const { check, region } of ran.report.findings) {
      expect(isLeftOut(check, region), `${check} in ${region}`).toBe(false);
    }
    const none = ran.report.findings.filter(
      ({ outcome, reasons }) => outcome === 'not-applicable' && reasons[1]?.includes('left out'),
    );
    expect(none.length).toBeGreaterThan(20);
    expect(none[0]?.reasons[1]).toContain(inactive().toSorted().join(', '));
  });

  it('tells of no control and no line of responsibility more than the whole scan does', () => {
    const [before, now] = [whole, ran.report].map((report) => standings.parse(report));
    const states = (of: typeof before) =>
      new Map(
        of?.controls.map(({ framework, control, state }) => [`${framework} ${control}`, state]),
      );
    const lines = (of: typeof before) =>
      new Map(of?.responsibilities.map(({ id, status }) => [id, status]));
    expect(states(now)).toEqual(states(before));
    expect(lines(now)).toEqual(lines(before));
  });

  it('says on the terminal what was left out where, and why other Regions were read whole', () => {
    expect(ran.told).toMatch(
      /\d+ regions are not active: AWS Config counted nothing deployed there, (at|from) 20[\d: -]+.*UTC\. \d+ checks were left out and say nothing of them/,
    );
    expect(ran.told).toContain('Active, and read whole: ');
    expect(ran.told).toContain('since AWS Config has no recorder there: ');
  });

  it('is judged again from its evidence to the same report', async () => {
    const again = join(folder.path, 'again');
    const { code } = await runCli([
      ...['evaluate', join(folder.path, 'active', 'latest')],
      ...['--format', 'json', '--output', again],
    ]);
    expect(code).toBe(ran.code);
    expect(reportIn(again)).toEqual(ran.report);
  });

  it('resolves nothing of what the scan before it found in Regions that it left out', async () => {
    const file = join(folder.path, 'before.json');
    const [region = ''] = inactive();
    const text = readFileSync(join(folder.path, 'whole', 'latest', 'report.json'), 'utf8');
    const before: { findings: object[] } = JSON.parse(text);
    const lost = { id: 'planted', check: 'sqs-queue-encrypted', region, outcome: 'fail' };
    writeFileSync(
      file,
      JSON.stringify({
        ...before,
        findings: [...before.findings, { ...before.findings[0], ...lost }],
      }),
    );
    const { stdout } = await runCli([
      ...['diff', file, join(folder.path, 'active', 'latest', 'report.json')],
      ...['--format', 'json'],
    ]);
    const { changes } = compared.parse(JSON.parse(stdout));
    expect(changes.find(({ id }) => id === 'planted')).toMatchObject({
      kind: 'scope',
      because: expect.stringContaining(`left the check out in ${region}`),
    });
  });

  it('is a baseline for what is deployed since, where it left the check out', async () => {
    const [region = ''] = inactive();
    const text = readFileSync(join(folder.path, 'whole', 'latest', 'report.json'), 'utf8');
    const later: { findings: { outcome: string }[] } = JSON.parse(text);
    const failing = later.findings.find(({ outcome }) => outcome === 'fail');
    const deployed = { ...failing, id: 'deployed', check: 'sqs-queue-encrypted', region };
    const file = join(folder.path, 'later.json');
    const findings = [...later.findings, deployed];
    writeFileSync(file, JSON.stringify({ ...later, findings }));
    const { stdout, code } = await runWarm([
      ...['diff', join(folder.path, 'active', 'latest', 'report.json'), file],
      ...['--format', 'json', '--fail-on-new', '--fail-on', 'low'],
    ]);
    const { changes } = compared.parse(JSON.parse(stdout));
    expect(changes.find(({ id }) => id === 'deployed')).toMatchObject({
      kind: 'new',
      because: expect.stringContaining(`left the check out in ${region}`),
    });
    expect(code).toBe(1);
  });
});

describe('what AWS Config does not tell', () => {
  it('is no reason to leave anything out: the Region is read whole', async () => {
    const match = { service: 'config', operation: 'GetDiscoveredResourceCounts' };
    gate.setFaults([{ kind: 'deny', match }]);
    const { report } = await scan('denied', '--regions', 'active', '--service', 'sqs');
    gate.setFaults([]);
    expect(report.scan.activity?.leftOut).toEqual([]);
    expect(statesOf(report).get('us-east-1')).toMatchObject({
      state: 'not-known',
      because: expect.stringContaining('AccessDeniedException'),
    });
    expect(report.coverage.gaps).toMatchObject([
      { operation: 'GetDiscoveredResourceCounts', checks: [] },
    ]);
  });

  it('is not asked where nothing that was selected could be left out', async () => {
    const before = gate.calls.list().length;
    const { report } = await scan(
      'settings',
      '--regions',
      'active',
      '--check',
      'guardduty-enabled',
    );
    const asked = gate.calls
      .list()
      .slice(before)
      .map(({ operation }) => operation);
    expect(asked).toContain('ListDetectors');
    expect(asked).not.toContain('GetDiscoveredResourceCounts');
    expect(report.scan.selection.activeRegions).toBe(true);
    expect(report.scan.activity).toBeUndefined();
  });

  it('may be the choice of the configuration, which a Region that is typed overrides', async () => {
    const config = join(folder.path, 'config.yaml');
    writeFileSync(config, 'regions: active\nservices: [sqs]\n');
    const { report } = await scan('configured', '--config', config);
    expect(report.scan.selection.activeRegions).toBe(true);
    expect(report.scan.activity?.leftOut).not.toEqual([]);
    const typed = await scan('typed', '--config', config, '--region', 'eu-west-1');
    expect(typed.report.scan.regions).toEqual(['eu-west-1']);
    expect(typed.report.scan.activity).toBeUndefined();
  });
});

it('needs the permission that policy prints with it', async () => {
  const [usual, active] = await Promise.all([
    runWarm(['policy', '--service', 'sqs']),
    runWarm(['policy', '--service', 'sqs', '--regions', 'active']),
  ]);
  expect(usual.stdout).not.toContain('config:');
  expect(active.stdout).toContain('config:GetDiscoveredResourceCounts');
});

describe('what does not go together', () => {
  it.each([
    ['--regions active finds the regions', '--regions', 'active', '--region', 'eu-west-1'],
    ['--regions eu-west-1 is not known; write --regions active', '--regions', 'eu-west-1'],
    ['--demo asks nothing of AWS', '--demo', '--regions', 'active'],
  ])('%s', async (message, ...args) => {
    const { code, stderr } = await runWarm(args);
    expect({ code, stderr: stderr.replaceAll(/\s+/g, ' ') }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });
});
