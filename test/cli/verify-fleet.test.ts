/** The folder of a fleet: its report, and the chain of hashes from it to every file of every account's run. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fleetManifestShape } from '../../src/run/manifest/fleet-shape.ts';
import { startLoopback } from '../support/loopback-aws.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { writeKeys } from '../support/signing-keys.ts';

const folder = temporaryFolder();
const kept = join(folder.path, 'kept');
const fleet = join(folder.path, 'handed over');
const auditor = writeKeys(folder.path, 'auditor');
const other = writeKeys(folder.path, 'other');
const refused = '444455556666';
const note = {
  schema: 'srm-scan/unscanned/1',
  account: refused,
  reason: 'refused',
  cause: 'AccessDenied: not you',
  cure: 'Let the role be assumed.',
  at: '2026-11-22T03:17:00Z',
};

/** The folder of the run of an account. */
const runOf = (account: string, of = fleet) =>
  readdirSync(of).find((name) => name.startsWith(`${account}-`)) ?? '';
const report = (...args: readonly string[]) => runCli(['fleet', kept, '--quiet', ...args]);
const verify = (...args: readonly string[]) => runCli(['verify', fleet, ...args]);
const manifestIn = (of: string) =>
  fleetManifestShape.parse(JSON.parse(readFileSync(join(of, 'manifest.json'), 'utf8')));
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const change = (...path: readonly string[]) => {
  writeFileSync(join(fleet, ...path), ' ', { flag: 'a' });
};

beforeAll(async () => {
  const aws = await startLoopback();
  const args = ['--check', 's3-bucket-versioning', '--format', 'json', '--quiet'];
  const where = ['--output', kept, '--sign', `file:${auditor.key}`];
  await runCli([...args, ...where], { env: aws.env });
  await runCli(['--demo', ...args, ...where]);
  await aws.close();
  mkdirSync(join(kept, 'unscanned'));
  writeFileSync(join(kept, 'unscanned', `${refused}.json`), JSON.stringify(note));
  writeFileSync(join(kept, 'notes.txt'), 'of the auditor');
  await report('--sign', `file:${auditor.key}`);
});
beforeEach(() => {
  rmSync(fleet, { recursive: true, force: true });
  cpSync(kept, fleet, { recursive: true, verbatimSymlinks: true });
});
afterAll(() => {
  folder.remove();
});

describe('the manifest of a fleet', () => {
  it('has the report, what it was made of, and the manifest of each run', () => {
    const { files, sources, runs, unscanned, beside } = manifestIn(fleet);
    expect(files.map(({ name }) => name)).toEqual(['fleet.html', 'fleet.json']);
    for (const { name, sha256 } of files) expect(sha256).toBe(hashOf(join(fleet, name)));
    expect(sources.map(({ name }) => name)).toEqual([`unscanned/${refused}.json`]);
    expect(runs.map(({ account }) => account)).toEqual(['111122223333', '123456789012']);
    for (const { folder: name, manifest, signature } of runs) {
      expect(manifest?.sha256).toBe(hashOf(join(fleet, name, 'manifest.json')));
      expect(signature?.sha256).toBe(hashOf(join(fleet, name, 'manifest.dsse.json')));
    }
    expect(unscanned).toEqual([{ account: refused, reason: 'refused', cause: note.cause }]);
    expect(beside).toEqual(['notes.txt']);
  });

  it('is the same of the same folder, and so is its signature', async () => {
    const texts = () =>
      ['manifest.json', 'manifest.dsse.json'].map((name) => readFileSync(join(kept, name), 'utf8'));
    const before = texts();
    await report('--sign', `file:${auditor.key}`);
    expect(texts()).toEqual(before);
    // Nothing of it was changed, so the signature stays one of it.
    await report();
    expect(texts()).toEqual(before);
  });

  it('is signed as an in-toto statement that names the manifest and the report', () => {
    const { payload } = JSON.parse(readFileSync(join(fleet, 'manifest.dsse.json'), 'utf8'));
    expect(JSON.parse(Buffer.from(payload, 'base64').toString())).toMatchObject({
      subject: [
        { name: 'manifest.json', digest: { sha256: hashOf(join(fleet, 'manifest.json')) } },
        { name: 'fleet.html' },
        { name: 'fleet.json' },
      ],
      predicateType: 'urn:srm-scan:fleet-manifest:1',
      predicate: { fleet: { accounts: 3, complete: 2, unscanned: 1 } },
    });
  });
});

describe('a folder that was not touched', () => {
  it('is accepted, and what it vouches for is said', async () => {
    const { code, stdout, stderr } = await verify('--key', auditor.pub);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const told = stdout.replaceAll(/\s+/g, ' ');
    expect(told).toContain('all 3 files of the fleet and all 4 of its runs are as the manifests');
    expect(told).toContain(
      'Accounts: 3, of which 2 complete, 0 partial, 1 not scanned, 0 left out',
    );
    expect(told).toContain(`Without a run that counts: ${refused}, refused: AccessDenied: not you`);
    expect(told).toContain('No part of it, and not looked at: notes.txt');
    expect(told).toMatch(/Signed by the key [0-9a-f]{64}; the signature holds/);
  });
});

describe('what is not as it was is named, and ends with 1', () => {
  it.each(['fleet.json', 'fleet.html', `unscanned/${refused}.json`])('%s', async (name) => {
    change(name);
    const { code, stdout, stderr } = await verify();
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^${name} was changed: \\d+ bytes, and it had \\d+\n$`));
  });

  it.each(['report.json', 'summary.json', 'manifest.json', 'manifest.dsse.json'])(
    '%s of a run',
    async (name) => {
      const run = runOf('123456789012');
      change(run, name);
      const { code, stdout } = await verify('--key', auditor.pub);
      expect(code).toBe(1);
      expect(stdout).toMatch(new RegExp(`^${run}/${name} was changed: `));
      rmSync(join(fleet, run, name));
      expect((await verify()).stdout).toBe(`${run}/${name} is missing\n`);
    },
  );

  it('a run that was made anew, with a manifest that fits it', async () => {
    const run = runOf('123456789012');
    rmSync(join(fleet, run), { recursive: true });
    const again = ['--demo', '--check', 's3-bucket-versioning', '--quiet', '--format', 'csv'];
    await runCli([...again, '--output', fleet]);
    expect((await runCli(['verify', join(fleet, runOf('123456789012'))])).code).toBe(0);
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(stdout).toContain(`${run}/manifest.json was changed: `);
  });

  it('a run that is missing, one that was added, and one that is a link', async () => {
    const one = runOf('123456789012');
    const two = runOf('111122223333');
    const more = '777788889999-2026-11-22T03-17-00Z';
    renameSync(join(fleet, one), join(fleet, more));
    rmSync(join(fleet, two), { recursive: true });
    symlinkSync(join(kept, two), join(fleet, two));
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual([
      `${two} is no folder any more`,
      `${one} is missing`,
      `${more} was added: the manifest does not have it`,
    ]);
  });

  it('files that were added: to the fleet, to a run, and to those that were not scanned', async () => {
    const run = runOf('123456789012');
    const names = ['.hidden', 'organization.json', 'unscanned/777788889999.json'];
    for (const name of [...names, `${run}/more.csv`]) writeFileSync(join(fleet, name), '{}');
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual(
      [`${run}/more.csv`, ...names].map(
        (name) => `${name} was added: the manifest does not have it`,
      ),
    );
  });

  it('the manifest itself, and one that leads out of the folder', async () => {
    change('manifest.json');
    expect((await verify()).stdout).toMatch(/^manifest.json /);
    const text = readFileSync(join(kept, 'manifest.json'), 'utf8');
    const place = join(fleet, 'manifest.json');
    writeFileSync(place, text.replace(`"unscanned/${refused}.json"`, '"../kept/notes.txt"'));
    expect(await verify()).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/sources\.0\.name: is no place of a file of a fleet\n$/),
    });
    writeFileSync(place, text.replace(/"folder":"\d/, '"folder":"../1'));
    expect((await verify()).stdout).toMatch(/runs\.0\.folder: is no folder of a run\n$/);
    rmSync(place);
    expect((await verify('--key', auditor.pub)).code).not.toBe(0);
  });

  it('a signature of another key, one that is missing, and one of a run', async () => {
    expect((await verify('--key', other.pub)).stdout).toMatch(
      /^manifest.dsse.json is not by this key/,
    );
    const envelope = join(fleet, 'manifest.dsse.json');
    const ofRun = join(fleet, runOf('123456789012'), 'manifest.dsse.json');
    writeFileSync(envelope, readFileSync(ofRun));
    for (const args of [[], ['--key', auditor.pub]]) {
      const { code, stdout } = await verify(...args);
      expect({ code, stdout }).toEqual({
        code: 1,
        stdout: 'manifest.dsse.json is of another manifest, or the manifest was changed\n',
      });
    }
    rmSync(envelope);
    expect((await verify('--key', auditor.pub)).stdout).toBe(
      'manifest.dsse.json is missing: the folder is not signed\n',
    );
    expect((await verify()).stdout).toContain('Not signed');
  });
});

describe('a report that is made again', () => {
  it('binds what there is now, and tells that a signature of before is none of it', async () => {
    rmSync(join(fleet, 'unscanned'), { recursive: true });
    expect((await verify()).stdout).toBe(`unscanned/${refused}.json is missing\n`);
    const { stderr } = await runCli(['fleet', fleet, '--quiet']);
    expect(stderr).toContain('was signed as it was before; --sign signs it as it is now');
    expect(existsSync(join(fleet, 'manifest.dsse.json'))).toBe(false);
    expect((await verify()).code).toBe(0);
    await runCli(['fleet', fleet, '--quiet', '--sign', `file:${other.key}`]);
    expect((await verify('--key', other.pub)).code).toBe(0);
    // The runs are signed by somebody else, which their own signatures tell.
    const run = join(fleet, runOf('123456789012'));
    expect((await runCli(['verify', run, '--key', auditor.pub])).code).toBe(0);
  });

  it('counts the newest run of an account, and binds those before it too', async () => {
    const run = runOf('123456789012');
    const before = '123456789012-2026-01-01T00-00-00Z';
    cpSync(join(fleet, run), join(fleet, before), { recursive: true });
    await runCli(['fleet', fleet, '--quiet']);
    expect(manifestIn(fleet).runs.filter(({ earlier }) => earlier)).toMatchObject([
      { account: '123456789012', folder: before },
    ]);
    expect((await verify()).stdout).toContain('earlier runs beside those that count: 1');
    change(before, 'report.json');
    expect((await verify()).stdout).toMatch(new RegExp(`^${before}/report.json was changed: `));
  });

  it('says where nobody can tell, since a run has no manifest', async () => {
    const run = runOf('123456789012');
    rmSync(join(fleet, run, 'manifest.json'));
    await runCli(['fleet', fleet, '--quiet']);
    const { code, stderr } = await verify();
    expect(code).toBe(2);
    expect(stderr).toContain(`no manifest is known of ${run}`);
  });

  it('hinders nobody who reads the runs', async () => {
    const run = runOf('123456789012');
    expect((await runCli(['verify', join(fleet, run)])).code).toBe(0);
    const trend = await runCli(['trend', fleet, '--format', 'json']);
    expect(JSON.parse(trend.stdout).accounts).toHaveLength(2);
    expect(trend.stderr).not.toContain('manifest');
  });

  it('signs by no key that is not there, and writes nothing then', async () => {
    rmSync(join(fleet, 'fleet.json'));
    const { code, stderr } = await runCli(['fleet', fleet, '--sign', 'file:nowhere.pem']);
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere.pem');
    expect(existsSync(join(fleet, 'fleet.json'))).toBe(false);
  });
});
