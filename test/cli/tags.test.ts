/** `--tags`, and mutes by tag: one walk of the Resource Groups Tagging API a Region; what it does not tell is not "no tag". */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { canonical } from '../../src/aws/evidence/canonical.ts';
import { callId, type CallRecord, type Exchange, seal } from '../../src/aws/evidence/ledger.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import { writeEvidence } from '../../src/aws/evidence/write.ts';
import { readSample } from '../../src/run/sample.ts';
import { expectValid } from '../support/report-schema.ts';
import { startLoopback } from '../support/loopback-aws.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

/** In the sample four buckets fail it, all in eu-west-1; it began on 2026-11-22. */
const check = 's3-bucket-not-public';
const regions = ['eu-west-1', 'us-east-1'];
const arnOf = (name: string) => `arn:aws:s3:::${name}`;

/** The services that the checks of these tests ask. */
const asked = ['account', 'iam', 'organizations', 's3', 's3control', 'sts'];
let sample: Evidence;
beforeAll(async () => {
  sample = await readSample(new Set(asked));
});

type Tags = Readonly<Record<string, string>>;
type Walk = Readonly<Record<string, Tags>> | 'denied' | 'not-asked';

function record(region: string, input: object, exchange: Pick<Exchange, 'answer' | 'error'>) {
  const [service, operation] = ['resource-groups-tagging', 'GetResources'];
  const asked = canonical(input);
  const id = callId(service, operation, region, asked);
  const call = {
    id,
    service,
    operation,
    region,
    input: asked,
    ...exchange,
    sha256: seal(exchange),
  };
  return { ...call, at: sample.start.startedAt, requestId: 'R1', attempts: 1 };
}

/** A page of one resource each, as AWS may page. */
function walkOf(region: string, walk: Walk): readonly CallRecord[] {
  const first = { ResourcesPerPage: 100 };
  if (walk === 'not-asked') return [];
  if (walk === 'denied') {
    const error = { code: 'AccessDeniedException', message: 'not authorized', status: 400 };
    return [record(region, first, { error })];
  }
  const all = Object.entries(walk);
  const pages = all.length === 0 ? [undefined] : all;
  return pages.map((page, at) => {
    const list = page
      ? [
          {
            ResourceARN: page[0],
            Tags: Object.entries(page[1]).map(([Key, Value]) => ({ Key, Value })),
          },
        ]
      : [];
    const next = at + 1 < pages.length ? `page ${at + 1}` : '';
    const input = at === 0 ? first : { ...first, PaginationToken: `page ${at}` };
    const answer = { PaginationToken: next, ResourceTagMappingList: list };
    return record(region, input, { answer: canonical(answer) });
  });
}

let files = 0;
/** Evidence of the sample in two Regions, with what the tagging API told in each. */
async function evidenceWith(walks: readonly [west: Walk, east: Walk]): Promise<string> {
  const path = join(folder.path, `evidence-${(files += 1)}.ndjson.gz`);
  const { start, end, calls } = sample;
  const writer = await writeEvidence(path, {
    ...start,
    selection: { ...start.selection, regions },
  });
  for (const call of calls.values()) writer.keep(call);
  for (const [at, region] of regions.entries()) {
    for (const call of walkOf(region, walks[at] ?? {})) writer.keep(call);
  }
  writer.seal(end);
  await writer.written();
  return path;
}

interface Entry {
  readonly [member: string]: unknown;
}
function muteFile(entries: readonly Entry[]): string {
  const path = join(folder.path, `mutes-${(files += 1)}.json`);
  const usual = { check, reason: 'a test', owner: 'web', until: '2026-11-22' };
  writeFileSync(path, JSON.stringify({ mutes: entries.map((own) => ({ ...usual, ...own })) }));
  return path;
}

const report = z.looseObject({
  coverage: z.looseObject({ gaps: z.array(z.looseObject({ operation: z.string() })) }),
  calls: z.array(z.looseObject({ operation: z.string() })),
  mutes: z
    .array(
      z.looseObject({
        state: z.string(),
        matched: z.number(),
        muted: z.number(),
        untold: z.number().optional(),
      }),
    )
    .optional(),
  findings: z.array(
    z.looseObject({
      outcome: z.string(),
      resource: z.looseObject({ name: z.string(), type: z.string() }),
      tags: z.record(z.string(), z.string()).optional(),
      muted: z.unknown().optional(),
    }),
  ),
});

async function evaluate(
  walks: readonly [west: Walk, east: Walk],
  entries: readonly Entry[] | undefined,
  ...more: readonly string[]
) {
  const output = join(folder.path, `out-${(files += 1)}`);
  const mute = entries ? ['--mute', muteFile(entries)] : [];
  const args = ['evaluate', await evidenceWith(walks), '--format', 'json', '--output', output];
  const ran = await runWarm([
    ...args,
    ...(more.includes('--check') ? [] : ['--check', check]),
    ...mute,
    ...more,
  ]);
  const path = join(output, 'latest', 'report.json');
  const written: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  if (written !== undefined) expectValid(written);
  const { stderr } = ran;
  return { ...ran, stderr, report: report.parse(written) };
}

const mutedIn = ({ findings }: z.output<typeof report>) =>
  findings
    .flatMap(({ muted, resource }) => (muted === undefined ? [] : [resource.name]))
    .toSorted();
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

const walks: readonly [Walk, Walk] = [
  {
    [arnOf('nwh-public-tariffs')]: { team: 'web', env: 'prod' },
    [arnOf('nwh-carrier-photos')]: { team: 'web', env: 'test' },
    [arnOf('nwh-partner-dropbox')]: {},
  },
  {},
];

describe('a mute by tag', () => {
  it.each<readonly [string, Tags, readonly string[]]>([
    ['the value as it is', { team: 'web' }, ['nwh-carrier-photos', 'nwh-public-tariffs']],
    ['every tag that is named', { team: 'web', env: 'test' }, ['nwh-carrier-photos']],
    ['a pattern of the value', { env: 'pro*' }, ['nwh-public-tariffs']],
    [
      'any value, where the tag is there',
      { env: '*' },
      ['nwh-carrier-photos', 'nwh-public-tariffs'],
    ],
    ['never a part of the value', { env: 'pro' }, []],
    ['never another key', { Team: 'web' }, []],
    ['never a pattern of keys', { 'te*': 'web' }, []],
    ['never a member that every object has', { constructor: '*' }, []],
  ])('heeds %s', async (_, tags, muted) => {
    const { report: read } = await evaluate(walks, [{ tags }]);
    expect(mutedIn(read)).toEqual(muted);
    expect(read.mutes).toMatchObject([
      { state: muted.length === 0 ? 'matches-nothing' : 'in-force', matched: muted.length },
    ]);
  });

  it('heeds the other members as well', async () => {
    const { report: read } = await evaluate(walks, [
      { tags: { team: 'web' }, resource: '*tariffs' },
    ]);
    expect(mutedIn(read)).toEqual(['nwh-public-tariffs']);
  });

  it('of a Region whose tags could not be read mutes nothing, and says that it could not be told', async () => {
    const {
      report: read,
      stdout,
      code,
    } = await evaluate(['denied', {}], [{ tags: { team: 'web' } }]);
    expect(mutedIn(read)).toEqual([]);
    expect(read.mutes).toMatchObject([{ state: 'tags-unread', matched: 0, muted: 0 }]);
    expect(read.mutes?.[0]?.untold).toBeGreaterThan(3);
    expect(flat(stdout)).toContain(`Could not be told, for tags unread: ${check}, team=web (web)`);
    expect(read.coverage.gaps).toMatchObject([{ operation: 'GetResources' }]);
    expect(code).toBe(1);
  });

  it('of a role heeds what the list of IAM tells, since the tagging API tells nothing of roles', async () => {
    const own = 'iam-role-trust-not-public';
    const entries = [
      { check: own, tags: { CostCentre: 'NWH-*' } },
      { check: own, tags: { CostCentre: 'NWH' } },
    ];
    const { report: read } = await evaluate(walks, entries, '--check', own);
    const tags = new Set(read.findings.map((each) => JSON.stringify(each.tags)));
    expect([...tags].toSorted()).toEqual(['{"CostCentre":"NWH-410"}', '{}']);
    expect(read.mutes).toMatchObject([{ matched: 9 }, { state: 'matches-nothing', matched: 0 }]);
  });

  it('of what one evidence does not hold is a gap, and nothing is muted', async () => {
    const { report: read } = await evaluate(
      ['not-asked', 'not-asked'],
      [{ tags: { team: 'web' } }],
    );
    expect(read.mutes).toMatchObject([{ state: 'tags-unread' }]);
    expect(read.coverage.gaps).toMatchObject([{ operation: 'GetResources' }]);
  });
});

describe('findings', () => {
  it('carry the tags that AWS told, and say nothing of others', async () => {
    const { report: read, stdout } = await evaluate(walks, undefined, '--tags');
    const tags = new Map(read.findings.map((each) => [each.resource.name, each.tags]));
    expect(tags.get('nwh-public-tariffs')).toEqual({ team: 'web', env: 'prod' });
    expect(tags.get('nwh-partner-dropbox')).toEqual({});
    expect(tags.get('www.northwind-harbour.example')).toBeUndefined();
    expect(stdout).not.toContain('Muted');
  });

  it('carry none where nobody asked, and no call is sent for them', async () => {
    const { report: read } = await evaluate(walks, [{}]);
    expect(read.findings.filter(({ tags }) => tags !== undefined)).toEqual([]);
    expect(read.calls.filter(({ operation }) => operation === 'GetResources')).toEqual([]);
  });

  it('of hostile tags stay text', async () => {
    const hostile = { '=1+1': '<img src=x>\u001b[31m\u202e\n"', __proto__x: '@SUM(1)' };
    const given: readonly [Walk, Walk] = [{ [arnOf('nwh-public-tariffs')]: hostile }, {}];
    const { report: read } = await evaluate(given, undefined, '--tags');
    const own = read.findings.find(({ resource }) => resource.name === 'nwh-public-tariffs');
    expect(own?.tags).toEqual(hostile);
    const args = ['evaluate', await evidenceWith(given), '--check', check, '--tags'];
    const csv = (await runCli([...args, '--format', 'csv', '--output', '-'])).stdout;
    expect(csv).toContain("'=1+1=<img");
    for (const sign of ['\u001b', '\u202e']) expect(csv).not.toContain(sign);
  });
});

describe('the permission', () => {
  const actions = async (...more: readonly string[]) => {
    const { stdout } = await runWarm(['policy', '--check', check, ...more], { cwd: folder.path });
    return stdout.includes('"tag:GetResources"');
  };

  it('is in the policy where tags are asked for, by option or by the mute file of the configuration', async () => {
    expect(await actions()).toBe(false);
    expect(await actions('--tags')).toBe(true);
    const config = join(folder.path, 'own.yaml');
    writeFileSync(config, `mute: ${muteFile([{ tags: { team: 'web' } }])}\n`);
    expect(await actions('--config', config)).toBe(true);
    writeFileSync(config, `mute: ${muteFile([{}])}\n`);
    expect(await actions('--config', config)).toBe(false);
  });

  it('is used once a Region by a live scan that asks, and by no other', async () => {
    const aws = await startLoopback();
    const asked = () => aws.calls.filter(({ operation }) => /GetResources/.test(operation)).length;
    try {
      const args = ['--check', check, '--format', 'json', '--output', folder.path, '--quiet'];
      await runCli(args, { env: aws.env });
      expect(asked()).toBe(0);
      await runCli([...args, '--tags'], { env: aws.env });
      expect(asked()).toBeGreaterThanOrEqual(1);
    } finally {
      await aws.close();
    }
  });
});

describe('tags in a mute file that are wrong', () => {
  it.each<readonly [string, unknown, RegExp]>([
    ['none', {}, /mutes\.0\.tags: name a tag, or leave tags out/],
    [
      'a number',
      { team: 7 },
      /mutes\.0\.tags\.team: a tag has a text, in quotes where it looks like a number/,
    ],
    ['a list', ['web'], /mutes\.0\.tags: /],
    [
      'a key without letters',
      { '': 'web' },
      /mutes\.0\.tags: the key of a tag has 1 to 128 characters/,
    ],
    ['a value that no tag can have', { team: 'x'.repeat(257) }, /at most 256 characters/],
  ])('%s: ends with 2', async (_, tags, message) => {
    const args = ['--demo', '--check', check, '--output', join(folder.path, 'never'), '--mute'];
    const { code, stdout, stderr } = await runWarm([...args, muteFile([{ tags }])]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('is refused with --demo, whose account keeps no tags', async () => {
    const output = join(folder.path, 'no-demo');
    const mute = muteFile([{ tags: { team: 'web' } }]);
    const args = ['--demo', '--check', check, '--output', output, '--mute', mute];
    const { code, stdout, stderr } = await runWarm(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'srm-scan: the sample account keeps no tags; use a mute file without them\n',
    );
    expect(existsSync(output)).toBe(false);
  });
});
