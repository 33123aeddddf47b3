/** The process that bench/findings.ts measures: argument, how many findings; standard output, the figures as JSON. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks as allChecks } from '../checks/index.ts';
import { html } from '../reports/html/html.ts';
import { json } from '../reports/json.ts';
import { createLedger } from '../src/aws/evidence/ledger.ts';
import { sha256 } from '../src/aws/evidence/canonical.ts';
import type { Resource } from '../src/collect/collector.ts';
import { GetBucketVersioning } from '../src/collectors/s3/operations.ts';
import type { Check } from '../src/judge/check.ts';
import { evaluate } from '../src/judge/evaluate.ts';
import type { Judgement } from '../src/judge/judgement.ts';
import { Observed, type Source } from '../src/observe/observed.ts';
import { reportOf } from '../src/report/build.ts';
import { createFindingStore } from '../src/report/store.ts';
import { writeToFolder } from '../src/run/outputs/folder.ts';
import { inTurns } from '../src/run/pace.ts';
import { everything } from '../src/plan/asked.ts';

const account = '111122223333';
const partition = 'aws';
const startedAt = new Date('2026-11-22T12:00:00Z');
const regions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'];
const resourcesInAll = 121_000;
const callsInAll = 48_000;

const count = Number(process.argv[2]);
const resources = Array.from({ length: Math.min(resourcesInAll, count) }, (_, n) => resourceOf(n));
const ledger = createLedger();
const sources = Array.from({ length: callsInAll }, (_, n) => callOf(n));
const begun = usage();

const calls = new Set(sources.map(({ id }) => id));
const store = createFindingStore({ account, partition }, (id) => calls.has(id));
const world = {
  gathered: {
    get: nothing,
    everyRegion: nothing,
    allRegions: Observed.known<true>(true),
    gone: () => undefined,
  },
  fault: nothing,
  spoil: nothing,
  now: startedAt,
  account,
  partition,
  regions,
  params: {},
};
const checks = judging(allChecks);
const [judgeS] = await timed(() => evaluate(checks, world, store, { pace: inTurns() }));
const [sealS, findings] = await timed(() => Promise.resolve(store.seal()));
const judged = usage();

const report = reportOf({
  version: '0.0.0',
  request: { checks, selection: everything, params: {} },
  discovery: { account, alias: Observed.known('bench'), partition, principal: 'arn:aws:iam::x' },
  scope: { regions, skipped: [] },
  startedAt,
  ended: { status: 'complete', finishedAt: startedAt.toISOString() },
  ledger,
  findings,
});
const folder = await mkdtemp(join(tmpdir(), 'srm-scan-findings-'));
try {
  const [jsonS] = await timed(() =>
    writeToFolder(report, { to: 'folder', path: folder, reporters: [json] }),
  );
  const [htmlS] = await timed(() =>
    writeToFolder(report, { to: 'folder', path: folder, reporters: [html] }),
  );
  const figures = {
    findings: report.totals.findings,
    resources: resources.length,
    calls: report.totals.calls,
    storeMb: judged.used - begun.used,
    startMb: begun.peak,
    judgedMb: judged.peak,
    peakMb: usage().peak,
    judgeS,
    sealS,
    jsonS,
    htmlS,
    jsonMb: await megabytes(join(folder, json.file)),
    htmlMb: await megabytes(join(folder, html.file)),
  };
  process.stdout.write(JSON.stringify(figures));
} finally {
  await rm(folder, { recursive: true });
}

function resourceOf(n: number): Resource {
  const name = `resource-${sha256(String(n)).slice(0, 17)}`;
  const region = regions[n % regions.length] ?? 'eu-west-1';
  const arn = `arn:aws:s3:${region}:${account}:thing/${name}`;
  return { arn, type: 'AWS::S3::Bucket', name, region };
}

function callOf(n: number): Source {
  const input = `{"Bucket":"bucket-${n}"}`;
  const region = regions[n % regions.length] ?? 'eu-west-1';
  const id = `s3:GetBucketVersioning@${region}#${sha256(input).slice(0, 12)}`;
  const how = { at: startedAt.toISOString(), requestId: sha256(id).slice(0, 16), attempts: 1 };
  const what = { service: 's3', operation: 'GetBucketVersioning', region };
  const record = { id, ...what, ...how, input, sha256: sha256(id), answer: '{}' };
  ledger.add(record, GetBucketVersioning, 'ok', false);
  return { id, ...what, regional: false };
}

/** The real checks with judgements of ours: each resource is judged by as many as make the count. */
function judging(real: readonly Check[]): readonly Check[] {
  return real.map((check, place) => ({
    ...check,
    *judge(): Generator<Judgement> {
      for (let n = place; n < count; n += real.length) yield judgementOf(n, check);
    },
  }));
}

/** Seven of ten pass with words that others share; the rest name the resource. Half rest on a call of their own. */
function judgementOf(n: number, { severity }: Check): Judgement {
  const resource = resources[n % resources.length];
  if (!resource) throw new Error('there are no resources');
  const outcome = n % 10 < 7 ? 'pass' : n % 10 < 9 ? 'fail' : 'unknown';
  const said = outcome === 'pass' ? 'the setting is on' : `the setting is off for ${resource.name}`;
  const list = sources[n % 60];
  const own = sources[n % callsInAll];
  const rest = n % 2 === 0 ? [list, own] : [list];
  return {
    resource,
    region: resource.region,
    outcome,
    severity,
    reasons: [said],
    sources: rest.flatMap((source) => source ?? []),
    latent: n % 40 === 7,
  };
}

function nothing(): never {
  throw new Error('nothing was gathered');
}

/** In MB; what is used, once what is not was let go. */
function usage(): { readonly used: number; readonly peak: number } {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  return { used: Math.round((heapUsed + external) / 1e6), peak };
}

/** In seconds of CPU, which do not depend on what else the machine does. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [seconds: number, result: T]> {
  const from = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(from);
  return [Number(((user + system) / 1e6).toFixed(2)), result];
}

async function megabytes(path: string): Promise<number> {
  return Number(((await stat(path)).size / 1e6).toFixed(2));
}
