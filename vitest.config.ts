import { defineConfig } from 'vitest/config';

/** A file that changes its own process, or holds another open, has one to itself, which takes seconds. */
const apart = [
  'test/aws/live/**/*.test.ts',
  'test/cli/**/*.test.ts',
  'test/deploy/**/*.test.ts',
  'test/reports/**/*.test.ts',
  'test/run/**/*.test.ts',
  'test/whole/**/*.test.ts',
];

/** Answers are given to the SDK's clients in the process itself, and reset by each file that does so. */
const answered = ['test/collect/**/*.test.ts', 'test/collectors/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Of the SDK in the tests' own processes. What the program prints is tested in processes of its own.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // One more than the cores of a small machine: many tests wait for a child process, the emulator, Chromium or a clock.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...answered, ...apart],
          isolate: false,
          setupFiles: ['test/support/property-seed.ts'],
        },
      },
      { extends: true, test: { name: 'answered', include: answered, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart, isolate: true } },
    ],
  },
});
