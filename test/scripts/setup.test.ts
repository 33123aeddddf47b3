/** What `npm run demo` and `npm test` do before anything is installed. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

it('leaves a node_modules alone that is a link into another tree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'srm-scan-setup-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, 'tree', 'scripts'), { recursive: true });
  mkdirSync(join(folder, 'modules', 'kept'), { recursive: true });
  cpSync(
    fileURLToPath(new URL('../../scripts/setup.mjs', import.meta.url)),
    join(folder, 'tree', 'scripts', 'setup.mjs'),
  );
  const manifest = { name: 'x', version: '1.0.0' };
  writeFileSync(join(folder, 'tree', 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'tree', 'package-lock.json'),
    JSON.stringify({ ...manifest, lockfileVersion: 3, packages: { '': manifest } }),
  );
  symlinkSync(join(folder, 'modules'), join(folder, 'tree', 'node_modules'));

  const { status, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'tree', 'scripts', 'setup.mjs')],
    { encoding: 'utf8' },
  );

  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('is a link'),
  });
  expect(existsSync(join(folder, 'modules', 'kept'))).toBe(true);
});
