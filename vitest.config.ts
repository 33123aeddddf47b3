import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Of all that one project has: what begins first, and what begins next. The others take a second or two each. */
const first = [
  // Minutes of work.
  /\/whole\/(emulated-account|fleet|fleet-job)\./,
  /\/whole\//,
  // Half of them wait for a process that they start, and half do not.
  /\/(action|aws\/live|cli|custom|deploy|laws|package|reports|run|scripts)\//,
];

function rankOf({ moduleId, project }: TestSpecification): number {
  // A worker goes on with the files of one project alone.
  if (project.name === answered) return Number.MAX_SAFE_INTEGER;
  const at = first.findIndex((path) => path.test(moduleId));
  return at === -1 ? first.length : at;
}

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => rankOf(a) - rankOf(b)));
  }
}

const answered = 'answered';
/** Answers are given to the SDK's clients in the process itself; each file resets them, and leaves them without any but its own. */
const withAnswers = [
  'test/collect/**/*.test.ts',
  'test/collectors/**/*.test.ts',
  'test/run/fleet/organization.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Of the SDK in the tests' own processes. What the program prints is tested in processes of its own.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Twice the cores of a small machine: many tests wait for a child process, the emulator, Chromium or a clock.
    maxWorkers: 4,
    // Each file puts back what it changes of its process, and finds the modules of the one before loaded, which take seconds.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: withAnswers,
          setupFiles: ['test/support/property-seed.ts'],
        },
      },
      { extends: true, test: { name: answered, include: withAnswers } },
    ],
  },
});
