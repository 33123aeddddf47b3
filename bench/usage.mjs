/** Preloaded into the measured process with `--import`: writes what it used, when it ends, to the file in BENCH_USAGE. */
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage()));
});
