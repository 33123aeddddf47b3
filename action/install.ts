/**
 * Puts srm-scan where the next step runs it: a version of the npm package or, for `version: source`, what stands in the
 * repository of the action itself, built. Without `version`, that which the action was released with.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { member } from './github.ts';
import { ActionError, input, main, output, variable } from './runner.ts';

await main(async () => {
  const source = join(import.meta.dirname, '..');
  const version = input('version');
  if (version === 'source') {
    npm(source, ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
    npm(source, ['run', 'build']);
    output('program', join(source, 'dist', 'bin', 'srm-scan.js'));
    return;
  }
  const folder = join(variable('RUNNER_TEMP'), 'srm-scan-program');
  mkdirSync(folder, { recursive: true });
  const wanted = version || ownVersion(source);
  if (!/^[\w.+-]+$/.test(wanted)) {
    throw new ActionError(`"${wanted}" is no version: write one such as 0.1.0, or "source"`);
  }
  npm(folder, [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--no-save',
    `srm-scan@${wanted}`,
  ]);
  output('program', join(folder, 'node_modules', 'srm-scan', 'dist', 'bin', 'srm-scan.js'));
});

function ownVersion(source: string): string {
  const version = member(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')), 'version');
  if (typeof version === 'string') return version;
  throw new ActionError('package.json of the action has no version');
}

function npm(folder: string, args: readonly string[]): void {
  // On Windows npm is a script, which only a shell runs; every argument is of plain letters.
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell });
  if (status !== 0) throw new ActionError(`npm ${args[0] ?? ''} failed: the log above says why`);
}
