/** Checks of a user's own, as he runs them. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import { expectValid } from '../support/report-schema.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
/** Of each test its own: a process that is kept has loaded what stood in those before. */
let own = '';
let tests = 0;
const examples = fileURLToPath(new URL('../../docs/examples/checks', import.meta.url));
const example = readFileSync(join(examples, 'acme-records-bucket-versioned.ts'), 'utf8');
const id = 'acme-records-bucket-versioned';

beforeEach(() => {
  own = join(folder.path, `own-${(tests += 1)}`);
  mkdirSync(own);
});
afterAll(() => {
  folder.remove();
});

/** The example as JavaScript, which every Node runs, with other text in places. */
function write(changes: Readonly<Record<string, string>> = {}, name = `${id}.js`): void {
  const text = Object.entries(changes).reduce((code, [a, b]) => code.replace(a, b), example);
  const { code } = transformSync(text, { loader: 'ts', format: 'esm' });
  writeFileSync(join(own, name), code);
}

const srmScan = (...args: readonly string[]) =>
  runCli([...args, '--checks-dir', own], { cwd: folder.path });

function report(): Report {
  return JSON.parse(
    readFileSync(join(folder.path, 'srm-scan-report', 'latest', 'report.json'), 'utf8'),
  );
}

describe('a check of the user', () => {
  it('judges the account beside ours, and the report says whose it is', async () => {
    write();
    const ran = await srmScan(
      ...['--demo', '--service', 's3', '--set', `${id}.prefix=nwh-`, '--quiet'],
    );
    expect(ran.stderr).toBe('');
    const { checks, findings, calls, ...rest } = report();
    expectValid({ checks, findings, calls, ...rest });
    expect(checks.filter(({ custom }) => custom).map((check) => check.id)).toEqual([id]);
    expect(checks.length).toBeGreaterThan(5);
    const found = findings.filter(({ check }) => check === id);
    expect(new Set(found.map(({ outcome }) => outcome))).toEqual(
      new Set(['pass', 'fail', 'not-applicable']),
    );
    for (const { evidence } of found) expect(evidence.length).toBeGreaterThan(0);
    // It shares our collectors: nothing was asked for twice.
    const keys = calls.map(({ service, operation, region, input }) =>
      JSON.stringify([service, operation, region, input]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is in the policy, the list and the explanation', async () => {
    write();
    const policy = await srmScan('policy', '--check', id);
    expect(policy.stdout).toContain('s3:GetBucketVersioning');
    const list = await srmScan('checks', '--check', id, '--format', 'json');
    expect(JSON.parse(list.stdout)).toMatchObject([{ id, custom: true }]);
    const told = await srmScan('explain', id);
    expect(told.stdout).toContain(`${id} (your own check)`);
  });

  it('is judged again from evidence, and a command without it says that it is not known', async () => {
    write();
    const config = join(folder.path, 'own.yaml');
    writeFileSync(config, `parameters: { ${id}: { prefix: [nwh-] } }`);
    const ran = await srmScan('--demo', '--check', id, '--config', config, '--quiet');
    expect(ran.code).toBe(1);
    const without = await runCli(['--demo', '--check', id], { cwd: folder.path });
    expect(without.code).toBe(2);
    expect(without.stderr).toContain(`unknown check "${id}"`);
  });

  it.each([
    ['no module', () => undefined, 'there is no module in it'],
    [
      'no check',
      () => {
        writeFileSync(join(own, 'a.js'), 'export const a = 1;');
      },
      'a.js: it has to export a check',
    ],
    [
      'a module that is broken',
      () => {
        writeFileSync(join(own, 'a.js'), 'export default {;');
      },
      'a.js: it does not load: SyntaxError',
    ],
    [
      'an id of ours',
      () => {
        write({ [id]: 's3-bucket-mfa-delete' });
      },
      'the id s3-bucket-mfa-delete is taken, by srm-scan',
    ],
    [
      'an id that is none',
      () => {
        write({ [id]: 'Acme' });
      },
      'the id "Acme" is not of the form',
    ],
    [
      'the same id twice',
      () => {
        write();
        write({}, 'b.mjs');
      },
      `the id ${id} is taken, by`,
    ],
    [
      'a line that there is not',
      () => {
        write({ 's3.backup-and-recovery': 's3.backups' });
      },
      `unknown responsibility of ${id} "s3.backups"`,
    ],
    [
      'a severity that there is not',
      () => {
        write({ "'high'": "'grave'" });
      },
      `unknown severity of ${id} "grave"`,
    ],
  ])('with %s is refused', async (_, prepare, message) => {
    prepare();
    const ran = await runWarm(['--demo', '--checks-dir', own], { cwd: folder.path });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(message);
  });

  it('may be TypeScript where Node strips types, and is refused where it does not', async () => {
    cpSync(examples, own, { recursive: true });
    const ran = await srmScan('checks', '--check', id, '--format', 'json');
    const strips = 'typescript' in process.features && Boolean(process.features.typescript);
    expect(ran.code).toBe(strips ? 0 : 2);
    expect(strips ? ran.stdout : ran.stderr).toContain(strips ? id : 'runs no TypeScript');
  });

  it('that breaks leaves its findings unknown, and ours as they are', async () => {
    write({
      'const { status }': 'bucket.nothing.at.all; const { status }',
      "['acme-records-']": "['nwh-']",
    });
    await srmScan('--demo', '--check', id, '--check', 's3-bucket-versioning', '--quiet');
    const { findings } = report();
    const outcomes = findings.filter(({ check }) => check === id).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toContain('unknown');
    expect(new Set(outcomes)).not.toContain('pass');
    expect(
      findings.some(({ check, outcome }) => check === 's3-bucket-versioning' && outcome === 'pass'),
    ).toBe(true);
  });
});
