/**
 * The main job, as a user does it: the built command line scans an account over HTTP. The account was planted by plain
 * SDK calls, with faults and good settings in several Regions, and every list comes in pages of three.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { iamPolicy, operationsOf, plan } from '../../../src/plan/plan.ts';
import type { Finding, Report } from '../../../src/report/model.ts';
import { scan as judge } from '../../../src/run/scan.ts';
import { readEvidence } from '../../../src/aws/evidence/read.ts';
import { replaySource } from '../../../src/run/replay-source.ts';
import type { Scanned } from '../../support/emulated-account.ts';
import { isAsked } from '../../support/not-asked.ts';
import { documentOf } from '../../support/report-document.ts';
import { account } from './account.ts';

describe.skipIf(!account)('a scan of the planted account', () => {
  let scanned: Scanned;
  let report: Report;
  let sent: readonly { readonly service: string; readonly operation: string }[];
  let duplicates: number;

  beforeAll(async () => {
    if (!account) return;
    account.gate.calls.reset();
    await account.turnPages(3);
    scanned = await account.scan('--evidence');
    await account.turnPages(0);
    ({ report } = scanned);
    sent = account.gate.calls.list();
    // IAM makes the credential report while it is asked for it, again and again.
    duplicates = account.gate.calls
      .duplicates()
      .filter(({ call }) => call.operation !== 'GenerateCredentialReport').length;
  });

  it('ends with 1, since something failed at high or above', () => {
    expect(scanned.exitCode, scanned.stderr).toBe(1);
    expect(report.scan.status).toBe('complete');
  });

  it('reads everything: no call is lost', () => {
    expect(report.coverage.gaps).toEqual([]);
    expect(report.coverage.calls.ok).toBe(report.coverage.calls.planned);
  });

  it('finds each planted fault and clears each planted good setting', () => {
    const missed = (account?.planted ?? []).flatMap(({ check, resource, outcome }) => {
      const findings = report.findings.filter(
        (each) => each.check === check && isAbout(each, resource),
      );
      const found = [...new Set(findings.map((finding) => finding.outcome))];
      return found.length === 1 && found[0] === outcome
        ? []
        : [`${check} ${resource}: planted ${outcome}, found ${found.join(', ') || 'nothing'}`];
    });
    expect(missed).toEqual([]);
  });

  it('finds planted faults in at least three Regions', () => {
    const failed = report.findings.filter((finding) => finding.outcome === 'fail');
    const regions = new Set(failed.map((finding) => finding.region));
    for (const region of ['eu-central-1', 'eu-west-1', 'us-east-1'])
      expect(regions).toContain(region);
  });

  it('turns pages: lists were asked for more than once', () => {
    const pages = report.calls.filter((call) => call.operation === 'DescribeSecurityGroups');
    expect(pages.length).toBeGreaterThan(report.scan.regions.length);
  });

  it('sends no call twice', () => {
    expect(duplicates).toBe(0);
  });

  it('sends exactly the operations of `srm-scan policy`', () => {
    const called = new Set(sent.map(({ service, operation }) => `${service}:${operation}`));
    const declared = operationsOf(plan(checks));
    // Asked of the bucket that is gone, as `isAsked` says.
    called.delete('s3:GetBucketLocation');
    expect([...called].toSorted()).toEqual(
      declared
        .filter(isAsked)
        .map(({ service, name }) => `${service}:${name}`)
        .toSorted(),
    );
    const actions = iamPolicy(plan(checks)).Statement[0]?.Action;
    expect(actions).toEqual(
      [...new Set(declared.map(({ action }) => action))]
        .filter((action) => action !== 'sts:GetCallerIdentity')
        .toSorted(),
    );
  });

  it('is judged again from its evidence, byte for byte', async () => {
    const evidence = await readEvidence(join(scanned.folder, 'latest', 'evidence.ndjson.gz'));
    const request = { checks, params: {}, selection: report.scan.selection };
    const again = documentOf(await judge(request, replaySource(evidence)));
    expect(JSON.stringify(again.findings)).toBe(JSON.stringify(report.findings));
    // What judges knows no files, so it does not know the hash of the rules.
    const { rules, ...judged } = report;
    expect(rules).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(again)).toBe(JSON.stringify(judged));
  });

  it('keeps no secret: user data and the planted keys appear nowhere', async () => {
    const { gunzipSync } = await import('node:zlib');
    const evidence = gunzipSync(
      await readFile(join(scanned.folder, 'latest', 'evidence.ndjson.gz')),
    ).toString();
    const everything = evidence + JSON.stringify(report) + scanned.stdout + scanned.stderr;
    expect(everything).not.toMatch(/UserData":\{"Value":"[A-Za-z0-9+/=]{40,}/);
    expect(everything).not.toContain('not-a-secret');
  });
});

function isAbout({ resource, region }: Finding, what: string): boolean {
  return (
    resource.arn === what ||
    resource.arn.endsWith(`/${what}`) ||
    resource.arn.endsWith(`:${what}`) ||
    resource.name === what ||
    region === what
  );
}
