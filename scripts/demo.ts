/** `npm run demo`: the full scan of the embedded sample account. What the scan finds is no failure of the demo. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { program } from './program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, [program, '--demo', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
if (status === null || status === 2) process.exit(status ?? 1);
console.error(`(srm-scan itself ended with exit code ${status}: see "srm-scan --help")`);
