/** The package as npm would publish it, unpacked in an empty folder elsewhere. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Packed {
  /** The user's folder; the package is in its node_modules. */
  readonly folder: string;
  readonly installed: string;
  /** What the archive weighs. */
  readonly bytes: number;
  /** Puts a package of ours into the user's node_modules, as if it was installed. */
  link(name: string): Promise<void>;
  remove(): Promise<void>;
}

export async function pack(): Promise<Packed> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'srm-scan-packed-')));
  const installed = join(folder, 'node_modules', 'srm-scan');
  await mkdir(installed, { recursive: true });
  // The test runs on what was built; `npm pack` alone would build it again.
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd: root });
  const tarball = join(folder, stdout.trim());
  await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  const { size: bytes } = await stat(tarball);
  await rm(tarball);
  return {
    folder,
    installed,
    bytes,
    link: async (name) => {
      const path = join(folder, 'node_modules', name);
      await mkdir(dirname(path), { recursive: true });
      await symlink(await realpath(join(root, 'node_modules', name)), path);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What our package.json says that users need. */
export async function declaredDependencies(): Promise<readonly string[]> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  const manifest: { dependencies: Record<string, string> } = JSON.parse(text);
  return Object.keys(manifest.dependencies);
}
