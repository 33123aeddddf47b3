/** What nobody uses: `knip` looks from the tests and tools too, `knip --production` from what is published alone. */
import type { KnipConfig } from 'knip';

const isProduction = process.argv.includes('--production');

const config: KnipConfig = {
  entry: [
    'src/start.ts!',
    'src/index.ts!',
    'src/lambda.ts!',
    'src/{collectors,testing}/index.ts!',
    'reports/{html,fleet}/ui/main.ts!',
    'reports/html/ui/first.ts!',
    'action/*.ts',
    'scripts/*.{ts,mjs}',
    'bench/usage.mjs',
    'emulator/fixed-clock.mjs',
    'test/**/*.test.ts',
    'test/**/*.test-d.ts',
    'test/support/trace-imports.mjs',
  ],
  project: [
    '{src,checks}/**/*.ts!',
    'reports/{*,asff/*,fleet/*,hdf/*,html/*,html/paper/*,markdown/*,oscal/*,parquet/*,sarif/*,terminal/*}.ts!',
    'reports/{html,fleet}/ui/**/*.ts!',
    '{action,scripts,bench,emulator,test,deploy}/**/*.{ts,mjs}',
  ],
  rules: { types: 'off' },
  // Run by name: in a page, by CI, and by npm run mutate.
  ignoreDependencies: [
    'axe-core',
    'publint',
    '@stryker-mutator/core',
    '@stryker-mutator/vitest-runner',
  ],
};

const production: KnipConfig = {
  ...config,
  // Of what is published, an export may be for a test, as long as its own file needs it.
  ignoreExportsUsedInFile: true,
  // Reasoning that has its tests and waits for the checks that will need it. Shorten this, never lengthen it.
  ignoreIssues: {
    'src/policy/external.ts': ['files'],
    'src/network/{cidr,internet,port-range}.ts': ['exports'],
    'src/responsibilities/index.ts': ['exports'],
    // What the published schemas are generated from, and the files' own tests read.
    'src/configuration/{attestations,mutes,read}.ts': ['exports'],
  },
};

export default isProduction ? production : config;
