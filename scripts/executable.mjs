/** tsc writes files that nobody may execute; the command line must be. */
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/src/cli.js', import.meta.url), 0o755);
