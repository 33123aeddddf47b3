import { defineConfig } from 'vitest/config';

/** Minutes each, most of them of waiting: whatever begins last should not be one of these. */
const long = 'emulated-account|fleet|fleet-job';
const longest = [`test/whole/@(${long}).test.ts`];

/** A file that changes its own process, or holds another open, has one to itself, which takes seconds. */
const apart = [
  'test/aws/live/**/*.test.ts',
  'test/run/**/*.test.ts',
  `test/whole/!(${long}).test.ts`,
];

/** What they change is a process or a browser that they start. */
const outside = ['test/cli/**/*.test.ts', 'test/deploy/**/*.test.ts', 'test/reports/**/*.test.ts'];

/** Answers are given to the SDK's clients in the process itself, and reset by each file that does so. */
const answered = ['test/collect/**/*.test.ts', 'test/collectors/**/*.test.ts'];

const every = ['test/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Of the SDK in the tests' own processes. What the program prints is tested in processes of its own.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Twice the cores of a small machine: many tests wait for a child process, the emulator, Chromium or a clock.
    maxWorkers: 4,
    // They begin in the order of their names. Files of one project whose process is shared find its modules loaded.
    projects: [
      project('1 longest', longest, { isolate: true }),
      project('2 apart', apart, { isolate: true }),
      project('3 outside', outside, { isolate: false }),
      project('4 answered', answered, { isolate: false }),
      project('5 modules', every, {
        isolate: false,
        exclude: [...longest, ...apart, ...outside, ...answered],
        setupFiles: ['test/support/property-seed.ts'],
      }),
    ],
  },
});

interface Sharing {
  readonly isolate: boolean;
  readonly exclude?: string[];
  readonly setupFiles?: string[];
}

function project(name: string, include: string[], sharing: Sharing) {
  return { extends: true as const, test: { name, include, ...sharing } };
}
