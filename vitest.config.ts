import { defineConfig } from 'vitest/config';

/** A file that changes its own process, or looks at what it loads, has one to itself. That takes seconds each. */
const apart = [
  'test/aws/live/**/*.test.ts',
  'test/deploy/**/*.test.ts',
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
    // Many tests wait for a child process: the command line, the emulator, Chromium.
    maxWorkers: 2,
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
