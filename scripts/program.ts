import { fileURLToPath } from 'node:url';

/** The built command line, which is what a user runs: tests, demo, sample and benchmark run the same. */
export const program = fileURLToPath(new URL('../dist/bin/srm-scan.js', import.meta.url));
