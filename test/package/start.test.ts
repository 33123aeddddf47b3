/** The first lines that run: where compiled code is kept, and that nothing depends on it. */
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const [major = 0] = process.versions.node.split('.').map(Number);
/** `module.enableCompileCache` came with Node 22. */
const keepsCompiled = major >= 22;

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'srm-scan-home-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function help(env: Readonly<Record<string, string>>) {
  const { code, stderr } = await runCli(['--help'], { env: { HOME: home, ...env } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

const entries = (path: string) => readdir(path).catch(() => []);

describe('compiled code', () => {
  it('is kept in the cache folder of the user, whom alone it is open to, where Node can keep it', async () => {
    const folder = join(home, 'caches', 'srm-scan', 'compiled');
    await help({ XDG_CACHE_HOME: join(home, 'caches') });
    expect((await entries(folder)).length > 0).toBe(keepsCompiled);
    if (keepsCompiled) expect((await stat(folder)).mode & 0o777).toBe(0o700);
    // And it runs from there.
    await help({ XDG_CACHE_HOME: join(home, 'caches') });
  });

  it('is not kept when Node is told not to', async () => {
    await help({ NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(await entries(home)).toEqual([]);
  });

  it('is kept where Node is told to, and there alone', async () => {
    await help({ NODE_COMPILE_CACHE: join(home, 'elsewhere') });
    expect(await entries(home)).toEqual(keepsCompiled ? ['elsewhere'] : []);
  });

  it('is neither read from nor put into a folder that others may write', async () => {
    const folder = join(home, '.cache', 'srm-scan', 'compiled');
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o777);
    await help({});
    expect(await entries(folder)).toEqual([]);
  });

  it('is not kept for a user without a home, and none is made', async () => {
    const nowhere = join(home, 'nobody');
    await help({ HOME: nowhere });
    expect(await entries(home)).toEqual([]);
  });

  it('is not kept where the cache cannot be a folder', async () => {
    await help({ XDG_CACHE_HOME: '/dev/null' });
    expect(await entries(home)).toEqual([]);
  });
});
