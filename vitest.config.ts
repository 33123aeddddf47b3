import { defineConfig } from 'vitest/config';

/** Pure reasoning: nothing leaks from one file to the next, so they may share a process, which is many times faster. */
const pure = [
  'test/checks/**/*.test.ts',
  'test/frameworks/**/*.test.ts',
  'test/judge/**/*.test.ts',
  'test/laws/**/*.test.ts',
  'test/network/**/*.test.ts',
  'test/observe/**/*.test.ts',
  'test/plan/**/*.test.ts',
  'test/policy/**/*.test.ts',
  'test/reasoning/**/*.test.ts',
  'test/report/**/*.test.ts',
  'test/responsibilities/**/*.test.ts',
  'test/text/**/*.test.ts',
];

/** Answers are given to the SDK's clients in the process itself; a file that does so takes the client anew. */
const answered = [
  'test/aws/quota/**/*.test.ts',
  'test/collect/**/*.test.ts',
  'test/collectors/**/*.test.ts',
  'test/compare/**/*.test.ts',
  'test/configuration/**/*.test.ts',
];

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
          name: 'pure',
          include: pure,
          isolate: false,
          setupFiles: ['test/support/property-seed.ts'],
        },
      },
      { extends: true, test: { name: 'answered', include: answered, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: [...pure, ...answered],
          isolate: true,
        },
      },
    ],
  },
});
