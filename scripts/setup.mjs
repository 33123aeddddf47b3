/**
 * Makes a fresh clone ready: installs the dependencies where they are missing or older than the lock file. Plain
 * JavaScript without dependencies, since it runs before there are any.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`srm-scan needs Node 20.19 or newer; this is ${process.version}`);
  process.exit(2);
}

if (isLinked()) {
  console.error('node_modules is a link: what it holds is taken as it is');
} else if (!isInstalled()) {
  console.error('installing dependencies (npm ci)');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** npm would empty the folder that the link leads to, which another tree is using. */
function isLinked() {
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  return lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** npm writes node_modules/.package-lock.json last. */
function isInstalled() {
  const done = new URL('../node_modules/.package-lock.json', import.meta.url);
  const lock = new URL('../package-lock.json', import.meta.url);
  return existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs;
}

function run(command, args) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}
