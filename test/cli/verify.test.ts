/** A folder that was handed over: whether it is as the run left it, by the name of each file that is not. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLoopback } from '../support/loopback-aws.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { writeKeys } from '../support/signing-keys.ts';
import { runWarm } from '../support/warm-cli.ts';

const folder = temporaryFolder();
const kept = join(folder.path, 'kept', 'latest');
const run = join(folder.path, 'handed over');
const auditor = writeKeys(folder.path, 'auditor');
const other = writeKeys(folder.path, 'other');

beforeAll(async () => {
  const aws = await startLoopback();
  const args = ['--service', 's3', '--evidence', '--sign', `file:${auditor.key}`, '--quiet'];
  await runCli([...args, '--output', join(folder.path, 'kept')], { env: aws.env });
  await aws.close();
});
beforeEach(() => {
  rmSync(run, { recursive: true, force: true });
  cpSync(kept, run, { recursive: true, dereference: true });
});
afterAll(() => {
  folder.remove();
});

const verify = (...args: readonly string[]) => runWarm(['verify', run, ...args]);

/** Turns over one bit in the middle of a file, or at a place of it. */
function changeByte(name: string, at?: number): void {
  const path = join(run, name);
  const content = readFileSync(path);
  const place = at ?? Math.floor(content.length / 2);
  content[place] = (content[place] ?? 0) ^ 1;
  writeFileSync(path, content);
}

const reports = ['evidence.ndjson.gz', 'report.html', 'report.json', 'summary.json'];

describe('a folder that was not touched', () => {
  it('is accepted, and who signed it is said', async () => {
    const { code, stdout, stderr } = await runCli(['verify', run, '--key', auditor.pub]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('all 4 files are as the manifest says');
    expect(stdout).toContain('Account 111122223333');
    expect(stdout).toMatch(/Signed by the key\s+[0-9a-f]{64}; the\s+signature\s+holds/);
  });

  it('is accepted without a key, and that the signature was not checked is said', async () => {
    const { code, stdout } = await verify();
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('not checked: that takes the public key');
  });

  it('is accepted unsigned, and what that is worth is said', async () => {
    rmSync(join(run, 'manifest.dsse.json'));
    const { code, stdout } = await verify();
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Not signed: whoever can write the folder can have written all of it anew',
    );
  });
});

describe('files that were read with the scan', () => {
  it('are told by name and SHA-256, and are no part of the folder', async () => {
    const mutes = join(folder.path, 'mutes.json');
    writeFileSync(mutes, '{"mutes": []}');
    const output = join(folder.path, 'muted');
    const config = join(folder.path, 'config.json');
    writeFileSync(config, '{"mute": "mutes.json"}');
    const args = ['--demo', '--check', 's3-bucket-versioning', '--format', 'json', '--quiet'];
    await runCli([...args, '--config', config, '--output', output]);
    const { code, stdout } = await runCli(['verify', join(output, 'latest')]);
    expect(code).toBe(0);
    for (const [kind, path] of [
      ['config', config],
      ['mute', mutes],
    ] as const) {
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
        `Read with it by --${kind}, and no part of the folder: ${basename(path)}, SHA-256 ${sha256}`,
      );
    }
  });
});

describe('a folder that was changed is refused, by the name of the file', () => {
  it.each(reports)('a changed byte of %s', async (name) => {
    changeByte(name);
    const { code, stdout, stderr } = await verify();
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^${name} was changed: its SHA-256 is [0-9a-f]{64}\n$`));
  });

  it('a byte more', async () => {
    writeFileSync(join(run, 'report.json'), '\n', { flag: 'a' });
    expect(await verify()).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^report.json was changed: \d+ bytes, and it had \d+\n$/),
    });
  });

  it('any changed byte of the manifest', async () => {
    const { length } = readFileSync(join(run, 'manifest.json'));
    for (const at of [0, Math.floor(length / 3), length - 40, length - 1]) {
      changeByte('manifest.json', at);
      const { code, stdout } = await verify();
      expect({ at, code }).toEqual({ at, code: 1 });
      expect(stdout).toMatch(/^manifest.json /);
      changeByte('manifest.json', at);
    }
    expect((await verify()).code).toBe(0);
  });

  it.each([...reports, 'manifest.json'])('%s is missing', async (name) => {
    rmSync(join(run, name));
    expect(await verify()).toMatchObject({ code: 1, stdout: `${name} is missing\n` });
  });

  it('files that were added, a hidden one and a folder too', async () => {
    for (const name of ['.hidden', 'report.csv']) writeFileSync(join(run, name), '');
    mkdirSync(join(run, 'more'));
    const { code, stdout } = await verify('--key', auditor.pub);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual(
      ['.hidden', 'more', 'report.csv'].map(
        (name) => `${name} was added: the manifest does not have it`,
      ),
    );
  });

  it('a link in the place of a file, whatever it leads to', async () => {
    rmSync(join(run, 'report.json'));
    symlinkSync(join(kept, 'report.json'), join(run, 'report.json'));
    expect(await verify()).toMatchObject({
      code: 1,
      stdout: 'report.json is no file any more\n',
    });
  });

  it('every one of several', async () => {
    changeByte('report.html');
    rmSync(join(run, 'report.json'));
    const { code, stdout } = await runCli(['verify', run]);
    expect(code).toBe(1);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'report.html',
      'report.json',
      '',
    ]);
  });
});

describe('a signature that does not hold is refused', () => {
  const envelope = () => join(run, 'manifest.dsse.json');
  const change = (edit: (text: string) => string) => {
    writeFileSync(envelope(), edit(readFileSync(envelope(), 'utf8')));
  };

  it('another key', async () => {
    const { code, stdout } = await verify('--key', other.pub);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^manifest.dsse.json is not by this key \([0-9a-f]{64}\); the envelope names [0-9a-f]{64}\n$/,
    );
  });

  it('a signature that was changed', async () => {
    change((text) =>
      text.replace(/"sig": "(.)/, (_, first) => `"sig": "${first === 'A' ? 'B' : 'A'}`),
    );
    expect(await verify('--key', auditor.pub)).toMatchObject({
      code: 1,
      stdout: 'manifest.dsse.json does not hold: the signature, or what it is of, was changed\n',
    });
  });

  it('a statement that was changed, with the key and without', async () => {
    const edit = (text: string) =>
      text.replace(/"payload": "([^"]+)"/, (_, payload: string) => {
        const statement = Buffer.from(payload, 'base64').toString();
        const changed = statement.replace(/"sha256":"[0-9a-f]/, '"sha256":"x');
        return `"payload": "${Buffer.from(changed).toString('base64')}"`;
      });
    change(edit);
    expect((await verify()).stdout).toBe(
      'manifest.dsse.json is of another manifest, or the manifest was changed\n',
    );
    expect((await verify('--key', auditor.pub)).stdout).toMatch(
      /^manifest.dsse.json does not hold/,
    );
  });

  it('one that was taken off, where a key is given', async () => {
    rmSync(envelope());
    expect(await verify('--key', auditor.pub)).toMatchObject({
      code: 1,
      stdout: 'manifest.dsse.json is missing: the folder is not signed\n',
    });
  });

  it('what is no envelope', async () => {
    writeFileSync(envelope(), '{"payload": 1}');
    expect(await verify()).toMatchObject({
      code: 1,
      stdout: 'manifest.dsse.json is no DSSE envelope of an in-toto statement\n',
    });
  });

  it('a report and a manifest that were made anew to fit, which hashes alone would accept', async () => {
    const elsewhere = join(folder.path, 'forged');
    await runCli([
      'evaluate',
      run,
      '--output',
      elsewhere,
      '--quiet',
      '--exclude-check',
      's3-bucket-tls-only',
    ]);
    for (const name of ['manifest.json', 'report.html', 'report.json', 'summary.json'])
      cpSync(join(elsewhere, 'latest', name), join(run, name));
    rmSync(join(run, 'evidence.ndjson.gz'));
    const signature = readFileSync(envelope());
    rmSync(envelope());
    expect((await verify()).code).toBe(0);
    writeFileSync(envelope(), signature);
    const { code, stdout } = await verify('--key', auditor.pub);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^manifest.dsse.json is of another manifest/);
  });
});

describe('what cannot be verified at all ends with 2', () => {
  it.each([
    ['no folder', () => join(folder.path, 'nowhere'), /: there is no such folder\n$/],
    ['a file', () => auditor.pub, / is a file; name the folder of a run\n$/],
    [
      'the folder of all runs',
      () => join(folder.path, 'kept'),
      / name one of them, such as .*latest\n$/,
    ],
  ])('%s', async (_, path, message) => {
    const { code, stdout, stderr } = await runWarm(['verify', path()]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it.each([
    [
      'a private key',
      () => auditor.key,
      /this is a private key; take its public one: openssl pkey/,
    ],
    ['no key', () => join(run, 'report.json'), /this is no public key of Ed25519, P-256 or RSA/],
    ['no file', () => join(run, 'gone.pem'), /there is no such file/],
  ])('%s as --key', async (_, path, message) => {
    const { code, stdout, stderr } = await verify('--key', path());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('a manifest of somebody else', () => {
  it('leads to no file outside of its folder', async () => {
    const path = join(run, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"report.html"', '"../../report.html"'));
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^manifest.json is no manifest of srm-scan: files.\d.name: is no name of a file\n$/,
    );
  });
});
