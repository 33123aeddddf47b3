/** How Node works in a process that scans. */
import v8 from 'node:v8';

/**
 * Percent of what is in use, by which the heap grows before garbage is looked for. V8's own measure goes up to 300: a
 * scan whose findings and resources take 150 MB would take 600. Less than 60 is paid for in time.
 */
const heapGrowth = 60;

/**
 * When V8 optimises a function: after five times as much work as by its own measure. A scan runs thousands of functions a
 * few thousand times each; to compile them all took a second of CPU and saved nothing. What long scans run most is
 * optimised all the same. V8 12, of Node 22, counts calls where older ones count bytes of code.
 */
const lateOptimisation =
  Number.parseInt(process.versions.v8, 10) < 12
    ? ['--interrupt-budget=660000']
    : ['--invocation-count-for-maglev=2000', '--invocation-count-for-turbofan=15000'];

/** The same where several accounts share the process: what each leaves behind must not wait for all of the others. */
const growthOfMany = 25;

/** For a process that scans several accounts at once; after `tuneEngine`. */
export function tuneForMany(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${growthOfMany}`);
}

/** For a process of ours alone: a program that uses srm-scan as a library decides for itself. */
export function tuneEngine(): void {
  // The SDK's warning of the end of Node 20 speaks to programmers, once in each process; ours is in `--version`.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  for (const flag of [`--heap-growing-percent=${heapGrowth}`, ...lateOptimisation]) {
    v8.setFlagsFromString(flag);
  }
}
