/**
 * `npm run mutate [area ...] [file ...]`: changes the code of the areas, or of those files alone, in small ways and sees
 * whether a test notices (StrykerJS). Prints the score of each area and the mutants that survived, and ends with 1 where
 * a score is below 80 %. Each area is tried against its own tests alone, with a tenth of the cases of a property: whole
 * scans would notice more, and take days.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

interface Area {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const areas: Readonly<Record<string, Area>> = {
  policy: {
    mutate: ['src/policy/**/*.ts'],
    // Thousands of policies, and policies of full size, take seconds for each mutant; what they notice is not counted.
    tests: [
      'test/policy/**/*.test.ts',
      '!test/policy/work.test.ts',
      '!test/policy/properties.test.ts',
    ],
  },
  network: { mutate: ['src/network/**/*.ts'], tests: ['test/network/**/*.test.ts'] },
  aws: {
    mutate: ['src/aws/**/*.ts', '!src/aws/evidence/redaction.ts', '!src/aws/live/**'],
    tests: ['test/aws/**/*.test.ts', '!test/aws/live/**', 'test/run/closed-regions.test.ts'],
  },
  // Apart, since its tests wait for sockets.
  live: { mutate: ['src/aws/live/**/*.ts'], tests: ['test/aws/live/**/*.test.ts'] },
  collect: { mutate: ['src/collect/**/*.ts'], tests: ['test/collect/**/*.test.ts'] },
  judge: {
    mutate: ['src/judge/**/*.ts', 'src/observe/**/*.ts'],
    tests: ['test/judge/**/*.test.ts', 'test/observe/**/*.test.ts'],
  },
  report: { mutate: ['src/report/**/*.ts'], tests: ['test/report/**/*.test.ts'] },
  redaction: {
    mutate: ['src/aws/evidence/redaction.ts', 'src/collectors/ec2/user-data-redaction.ts'],
    tests: ['test/aws/evidence/redaction.test.ts', 'test/collectors/ec2/user-data*.test.ts'],
  },
  lambda: { mutate: ['src/run/lambda-event.ts'], tests: ['test/run/lambda-event.test.ts'] },
};

const leastScore = 80;
const root = fileURLToPath(new URL('..', import.meta.url));
const work = join(root, '.cache', 'mutation');

const Report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

const chosen = process.argv.slice(2).filter((word) => !word.includes('/'));
/** Paths; areas have no slash. */
const chosenFiles = process.argv.slice(2).filter((word) => word.includes('/'));
for (const name of chosen) {
  if (areas[name]) continue;
  console.error(`unknown area "${name}". Known: ${Object.keys(areas).join(', ')}.`);
  process.exit(2);
}
mkdirSync(work, { recursive: true });
const scores = Object.entries(areas)
  .filter(([name]) => chosen.length === 0 || chosen.includes(name))
  .map(([name, area]) => ({ name, ...scoreOf(name, area) }));
console.log('\narea        mutants  noticed  score');
for (const { name, all, noticed } of scores) {
  const score = all === 0 ? 'none' : `${((100 * noticed) / all).toFixed(1)} %`;
  console.log(
    `${name.padEnd(10)}  ${String(all).padStart(7)}  ${String(noticed).padStart(7)}  ${score}`,
  );
}
if (scores.some(({ all, noticed }) => 100 * noticed < leastScore * all)) process.exitCode = 1;

/** Runs one area. What a mutant does only while modules load, no test of a running program can notice: it is left out. */
function scoreOf(name: string, { mutate, tests }: Area): { all: number; noticed: number } {
  const vitest = join(work, `${name}.vitest.config.mjs`);
  const report = join(work, `${name}.json`);
  const config = join(work, `${name}.config.json`);
  const setupFiles = ['test/support/property-seed.ts'];
  const include = tests.filter((glob) => !glob.startsWith('!'));
  const exclude = tests.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const test = { include, exclude, setupFiles, testTimeout: 20_000 };
  writeFileSync(vitest, `export default ${JSON.stringify({ test })};\n`);
  const settings = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: vitest, related: false },
    // There is none of this name: Stryker reads it with an API that TypeScript 7 does not have.
    tsconfigFile: 'none.json',
    mutate: chosenFiles.length > 0 ? chosenFiles : mutate,
    inPlace: false,
    ignoreStatic: true,
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 10_000,
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
    jsonReporter: { fileName: report },
    tempDirName: join('.cache', 'mutation', 'sandbox'),
    ignorePatterns: ['.cache', 'dist', 'docs', 'sample', 'srm-scan-report'],
  };
  writeFileSync(config, JSON.stringify(settings, null, 2));
  const env = { ...process.env, PROPERTY_SHARE: '0.1' };
  const stryker = join(root, 'node_modules', '.bin', 'stryker');
  const { status } = spawnSync(stryker, ['run', config], { cwd: root, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`Stryker ended with ${status} in ${name}`);
  const { files } = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
  const statuses = Object.values(files)
    .flatMap(({ mutants }) => mutants.map((mutant) => mutant.status))
    .filter((each) => each !== 'Ignored' && each !== 'CompileError' && each !== 'RuntimeError');
  const noticed = statuses.filter((each) => each === 'Killed' || each === 'Timeout').length;
  return { all: statuses.length, noticed };
}
