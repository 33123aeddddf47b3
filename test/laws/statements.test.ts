/**
 * K6: every statement of a report's scope block, summary, matrix and terminal is made a second time from its findings and
 * calls alone (test/support/recount.ts), for scans that differ in what was asked, set, answered and refused.
 */
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { html } from '../../reports/html/html.ts';
import { summaryText } from '../../reports/terminal.ts';
import { canonical } from '../../src/aws/evidence/canonical.ts';
import type { CallRecord } from '../../src/aws/evidence/ledger.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import type { Fault } from '../../src/aws/faults.ts';
import { everything, type Selection } from '../../src/plan/asked.ts';
import type { Report, ReportReader, ResponsibilityLine } from '../../src/report/model.ts';
import { requestOf } from '../../src/run/request.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import {
  answeredRegions,
  callsFrom,
  linesFrom,
  summaryFrom,
  usesFrom,
} from '../support/recount.ts';
import { documentOf } from '../support/report-document.ts';
import { htmlText } from '../support/html-text.ts';
import { expectValid } from '../support/report-schema.ts';

const sample = await readSample();
const closedRegion = 'eu-north-1';

function changed(change: (call: CallRecord) => CallRecord): Evidence {
  const calls = [...sample.calls].map(([id, call]) => [id, change(call)] as const);
  return { ...sample, calls: new Map(calls) };
}

function refused(fault: Fault, which: (call: CallRecord) => boolean): Evidence {
  return changed((call) => {
    if (!which(call)) return call;
    const { answer: _answer, ...rest } = call;
    return { ...rest, error: fault };
  });
}

/** As AWS says it where a service control policy closes a Region. */
const closing: Fault = {
  code: 'AccessDeniedException',
  message:
    'User is not authorized to perform this action with an explicit deny in a service control policy',
  status: 403,
};
const closed = refused(closing, ({ region }) => region === closedRegion);

/** The custom engine of one instance, which the emulator does not know. */
const custom = changed((call) => {
  if (call.operation !== 'DescribeDBInstances' || call.answer === undefined) return call;
  const answer: unknown = JSON.parse(
    call.answer.replace(/"Engine":"(postgres|mysql)"/, '"Engine":"custom-oracle-ee"'),
  );
  return { ...call, answer: canonical(answer) };
});

interface Scan {
  readonly name: string;
  readonly evidence?: Evidence;
  readonly asked?: Partial<Selection>;
}

const age = 'iam-access-key-rotated';
const sg = 'ec2-sg-no-admin-ports-open-ipv4';

const scans = {
  whole: { name: 'all that there is' },
  iam: { name: 'IAM alone', asked: { services: ['iam'] } },
  region: { name: 'one Region', asked: { regions: ['eu-central-1'] } },
  group: { name: 'one check of security groups', asked: { checks: [sg] } },
  set: { name: 'a parameter', asked: { settings: [`${age}.maxAgeDays=3650`] } },
  usual: { name: 'a parameter as usual', asked: { settings: [`${age}.maxAgeDays=90`] } },
  denied: {
    name: 'lists of RDS and KMS denied',
    evidence: refused(
      { code: 'AccessDenied', message: 'no identity-based policy allows it', status: 403 },
      ({ service }) => service === 'rds' || service === 'kms',
    ),
  },
  closed: { name: 'a closed Region', evidence: closed },
  closedConfig: {
    name: 'a closed Region and one service',
    evidence: closed,
    asked: { services: ['config'] },
  },
  closedIam: {
    name: 'a closed Region that is not asked',
    evidence: closed,
    asked: { checks: ['iam-root-mfa'] },
  },
  custom: { name: 'RDS Custom beside RDS', evidence: custom },
  noCheckOfInstances: {
    name: 'no list of instances',
    asked: { checks: ['rds-snapshot-not-public'] },
  },
} as const satisfies Record<string, Scan>;

const readers = new Map<string, ReportReader>();
for (const [name, { evidence = sample, asked = {} }] of Object.entries<Scan>(scans)) {
  const request = requestOf(checks, { ...everything, ...asked });
  readers.set(name, await scan(request, replaySource(evidence)));
}

function readerOf(name: keyof typeof scans): ReportReader {
  const reader = readers.get(name);
  if (!reader) throw new Error(`no scan ${name}`);
  return reader;
}

const reportOf = (name: keyof typeof scans): Report => documentOf(readerOf(name));

async function pageOf(name: keyof typeof scans): Promise<string> {
  let page = '';
  for await (const piece of html.render(readerOf(name))) page += piece;
  return htmlText(page)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[:,])/g, '');
}

const terminalOf = (name: keyof typeof scans) =>
  summaryText(readerOf(name), { width: 10_000, colour: false, paths: [] });

function lineOf({ responsibilities }: Report, id: string): ResponsibilityLine {
  const line = responsibilities.find((each) => each.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line;
}

const names = [
  'whole',
  'iam',
  'region',
  'group',
  'set',
  'usual',
  'denied',
  'closed',
  'closedConfig',
  'closedIam',
  'custom',
  'noCheckOfInstances',
] as const;

describe.each(names)('the report of a scan: %s', (name) => {
  const report = reportOf(name);

  it('keeps to the schema', () => {
    expectValid(report);
  });

  it('has the summary and the counts of calls that its findings and calls give', () => {
    expect(report.summary).toEqual(summaryFrom(report));
    expect(report.coverage.calls).toEqual(callsFrom(report));
  });

  it('F18 says that Regions were read where calls were answered, and why the others were not', () => {
    const answered = answeredRegions(report);
    expect(report.scan.regions.filter((region) => !answered.has(region))).toEqual([]);
    const skipped = report.scan.skippedRegions.map(({ region }) => region);
    const all = [...report.scan.regions, ...skipped];
    expect(new Set(all).size).toBe(all.length);
    const whole = reportOf('whole').scan;
    expect(all.toSorted()).toEqual(
      [...whole.regions, ...whole.skippedRegions.map(({ region }) => region)].toSorted(),
    );
  });

  it('F20 has every service of a finding in the matrix, with the use that the findings show', () => {
    const uses = usesFrom(report);
    for (const line of report.responsibilities) {
      const shown = uses.get(line.service);
      if (shown !== undefined) expect(line.inUse, line.id).toBe(shown);
      else if (line.service === 'iam' || line.service === 'account') {
        expect(line.inUse).toBe('yes');
      } else expect(['unknown', 'not-looked-for'], line.id).toContain(line.inUse);
      const found = Object.keys(line.counts).length > 0;
      if (found) expect(line.inUse, line.id).not.toBe('not-looked-for');
    }
  });

  it('F16 has the lines that its findings give', () => {
    const lines = linesFrom(report);
    for (const line of report.responsibilities) {
      const { status, checks: told, counts, reads } = line;
      const mine = { status, checks: told.toSorted(), counts, reads };
      const again = lines.get(line.id);
      if (line.kinds === undefined) expect(mine, line.id).toEqual(again);
      else
        expect({ checks: mine.checks, counts }, line.id).toEqual({
          checks: again?.checks,
          counts: again?.counts,
        });
    }
    expect(report.responsibilities.length).toBe(lines.size);
  });

  it('F20 tells on the terminal of every service that is, or may be, in use', () => {
    const used = report.responsibilities.filter(
      ({ inUse }) => inUse === 'yes' || inUse === 'unknown',
    );
    const services = new Set(used.map(({ service }) => service)).size;
    const text = terminalOf(name);
    expect(text).toContain(`${used.length} lines over ${services} service`);
    const unsure = new Set(used.filter((l) => l.inUse === 'unknown').map((l) => l.serviceName));
    for (const service of unsure) expect(text).toContain(service);
    expect(text).toContain(`${report.scan.regions.length} region`);
  });
});

describe('F17 a parameter that is not the default', () => {
  const report = reportOf('set');

  it('stands in the scope, beside the check, in its title, and on each of its findings', () => {
    const set = { maxAgeDays: 3650 };
    expect(report.scan.parameters).toEqual([
      { check: age, parameter: 'maxAgeDays', value: 3650, default: 90, from: 'user' },
    ]);
    const check = report.checks.find(({ id }) => id === age);
    expect(check).toMatchObject({
      title: 'Active access keys are at most 3650 days old',
      parameters: set,
    });
    const own = report.findings.filter((finding) => finding.check === age);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ parameters }) => parameters)).toEqual(own.map(() => set));
    const others = report.findings.filter((finding) => finding.check !== age);
    expect(others.filter(({ parameters }) => parameters !== undefined)).toEqual([]);
  });

  it('stands on the terminal and on the page', async () => {
    const words = `${age}: maxAgeDays is 3650, not the default 90`;
    expect(terminalOf('set')).toContain(words);
    const page = await pageOf('set');
    expect(page).toContain(words);
  });

  it('is not told of where it was set to the default', () => {
    expect(reportOf('usual').scan.parameters).toEqual([]);
    expect(reportOf('usual').findings).toEqual(reportOf('whole').findings);
  });
});

describe('F16 a line of resources in use', () => {
  it('is not assessed, where no check reads what the resources have', () => {
    const { responsibilities } = reportOf('whole');
    const silent = responsibilities.filter(
      ({ inUse, unread, counts }) =>
        inUse === 'yes' && unread.length > 0 && !(counts.pass || counts.fail || counts.unknown),
    );
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.filter(({ status }) => status === 'assessed')).toEqual([]);
    expect(silent.filter(({ status }) => status === 'nothing-to-assess')).toEqual([]);
  });
});

describe('F18 Regions', () => {
  it('that a scan of IAM did not ask are skipped, with the reason', () => {
    const { scan: told } = reportOf('closedIam');
    expect(told.regions).toEqual(['us-east-1']);
    expect(told.skippedRegions).toContainEqual({
      region: closedRegion,
      reason: 'nothing that was selected is asked there',
    });
  });
});

describe('F19 a Region that a service control policy closes', () => {
  it.each(['closed', 'closedConfig'] as const)(
    'has one answer, whatever was selected: %s',
    (name) => {
      const { findings, scan: told, coverage } = reportOf(name);
      expect(findings.filter(({ region }) => region === closedRegion)).toEqual([]);
      expect(told.skippedRegions).toContainEqual({
        region: closedRegion,
        reason: 'a service control policy denies every call of this scan there',
      });
      expect(
        coverage.gaps.filter(
          // What the sample's evidence lacks was not denied.
          ({ regions, reason }) => reason === 'denied' && regions.includes(closedRegion),
        ),
      ).toMatchObject([
        {
          service: '*',
          cause: expect.stringMatching(
            /^A service control policy denies every call of this scan there\./,
          ),
          cure: 'Leave the Region out with --exclude-region <name>, or let the scanning role through the policy.',
        },
      ]);
    },
  );

  it.each(['closed', 'closedConfig'] as const)(
    'passes no control by a check of what stands in each Region: %s',
    (name) => {
      const regional = new Set(
        checks.flatMap(({ id, evaluates }) => (evaluates.scope === 'regional' ? [id] : [])),
      );
      const passed = reportOf(name).controls.filter(({ standing }) => standing === 'pass');
      const byRegions = passed.filter((control) =>
        control.checks.every(({ check }) => regional.has(check)),
      );
      expect(byRegions).toEqual([]);
    },
  );

  it('stands in the headline and beside what was asked for, and has no finding to be unknown', async () => {
    const { score, byOutcome } = reportOf('closed').summary;
    expect(terminalOf('closed')).toMatch(
      new RegExp(
        `${score.of} of the customer's .*; ${byOutcome.fail} fail, ${byOutcome.unknown} could not be read, and nothing of ${closedRegion}`,
      ),
    );
    const page = await pageOf('closed');
    expect(page).toMatch(
      new RegExp(`every enabled region; nothing of ${closedRegion}.* could be read`),
    );
    expect(page).toContain('denies every call of this scan there are no findings');
  });

  it('needs no permission of the identity, and no statement is said to open it', async () => {
    const page = await pageOf('closed');
    expect(page).toContain('none: the organisation’s policy decides');
    expect(`${page}${terminalOf('closed')}`).not.toMatch(/are not denied|What is denied needs/);
  });
});

describe('F20 a service', () => {
  it('whose account-level findings fail is not "looked for, none found"', () => {
    const report = reportOf('whole');
    expect(lineOf(report, 'config.logging-and-monitoring')).toMatchObject({ inUse: 'yes' });
  });

  it('is in use where one check of it alone has findings', () => {
    const report = reportOf('group');
    expect(lineOf(report, 'ec2.network-configuration').inUse).toBe('yes');
  });

  it('whose list was denied is in the matrix and on the terminal', async () => {
    expect(lineOf(reportOf('denied'), 'rds.network-configuration')).toMatchObject({
      inUse: 'unknown',
      status: 'unknown',
    });
    expect(terminalOf('denied')).toMatch(/Use could not be read:.*RDS/);
    expect(await pageOf('denied')).toContain('RDS use could not be read');
  });
});

describe('F30 the operating system under databases', () => {
  it('is AWS’s where only RDS is in use', () => {
    expect(lineOf(reportOf('whole'), 'rds.guest-os')).toMatchObject({ status: 'out-of-scope' });
  });

  it('is shared where RDS Custom is in use beside it, by the findings', () => {
    const report = reportOf('custom');
    expect(report.findings.some(({ kind }) => kind === 'rds-custom')).toBe(true);
    expect(lineOf(report, 'rds.guest-os')).toMatchObject({ owner: 'shared' });
  });

  it('is not known where the list was denied, or was not asked for', () => {
    expect(lineOf(reportOf('denied'), 'rds.guest-os').status).toBe('unknown');
    expect(lineOf(reportOf('noCheckOfInstances'), 'rds.guest-os').note).toContain('did not look');
  });
});
