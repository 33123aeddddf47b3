/** How the heap of a process that scans may grow. */
import v8 from 'node:v8';

/**
 * Percent of what is in use, by which the heap grows before garbage is looked for. V8's own measure goes up to 300: a
 * scan whose findings and resources take 150 MB would take 600. Less than 60 is paid for in time.
 */
const heapGrowth = 60;

/** For a process of ours alone: a program that uses srm-scan as a library decides for itself. */
export function boundHeapGrowth(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
}
