/**
 * What may import what: one complete list for each folder. `npm run generate` turns it into lint rules (layers.oxlintrc.json),
 * and test/laws/layers.test.ts plants a violation of each. A folder may always import its own files.
 */

interface Layer {
  /** The folder, from the root. Its sub-folders are of the same layer. */
  readonly folder: string;
  /** Only the files right in it, as for the three doors. */
  readonly flat?: true;
  /** Folders or files that it may import, from the root. Everything else of the project is refused. */
  readonly mayImport: readonly string[];
  /** Packages that it may import, as patterns. Everything else is refused. */
  readonly packages: readonly string[];
  readonly why: string;
}

/** Lower layers first. */
export const layers: readonly Layer[] = [
  {
    folder: 'action',
    mayImport: [],
    packages: ['node:*'],
    why: 'What GitHub runs first has nothing installed.',
  },
  {
    folder: 'src/text',
    mayImport: [],
    packages: [],
    why: 'Text for people knows nothing of AWS.',
  },
  {
    folder: 'src/observe',
    mayImport: [],
    packages: [],
    why: 'The three-valued values stand below everything.',
  },
  {
    folder: 'src/responsibilities',
    mayImport: ['src/text/lazily.ts'],
    packages: [],
    why: 'Who owns what is data.',
  },
  {
    folder: 'src/frameworks',
    mayImport: ['src/text'],
    packages: [],
    why: 'Control catalogues are data.',
  },
  {
    folder: 'src/network',
    mayImport: ['src/text'],
    packages: ['node:net'],
    why: 'Reasoning over addresses and ports is pure.',
  },
  {
    folder: 'src/policy',
    mayImport: ['src/text', 'src/network'],
    packages: [],
    why: 'Reasoning over policies is pure; addresses are read in one place.',
  },
  {
    folder: 'src/aws',
    mayImport: ['src/observe', 'src/text', 'src/responsibilities'],
    packages: ['node:*', '@smithy/**', '@aws-sdk/credential-providers', 'zod'],
    why: 'How one call is made knows no service and no check.',
  },
  {
    folder: 'src/collect',
    mayImport: ['src/aws', 'src/observe', 'src/responsibilities', 'src/text'],
    packages: ['node:*'],
    why: 'What runs the collectors knows none of them.',
  },
  {
    folder: 'src/reasoning',
    mayImport: [
      'src/collect',
      'src/judge/fail-when.ts',
      'src/judge/terms.ts',
      'src/judge/verdict.ts',
      'src/network',
      'src/observe',
      'src/policy',
      'src/text',
    ],
    packages: ['node:zlib'],
    why: 'Reasoning that several checks share is pure, and imports no collector.',
  },
  {
    folder: 'src/collectors',
    mayImport: [
      'src/aws',
      'src/collect',
      'src/network',
      'src/observe',
      'src/policy',
      'src/reasoning',
      'src/responsibilities',
      'src/text',
    ],
    packages: ['@aws-sdk/client-*'],
    why: 'A check imports its collectors, never the reverse.',
  },
  {
    folder: 'src/judge',
    mayImport: ['src/collect', 'src/frameworks', 'src/observe', 'src/responsibilities', 'src/text'],
    packages: [],
    why: 'Judging touches neither AWS nor a report.',
  },
  {
    folder: 'src/remedies',
    mayImport: ['src/judge/check.ts'],
    packages: [],
    why: 'What several checks tell of the fix is text, and knows none of them.',
  },
  {
    folder: 'checks',
    mayImport: [
      'src/aws/partitions.ts',
      'src/collect',
      'src/collectors',
      'src/frameworks/relation.ts',
      'src/frameworks/serves-nist.ts',
      'src/judge',
      'src/network',
      'src/observe',
      'src/policy',
      'src/reasoning',
      'src/remedies',
      'src/text',
    ],
    packages: [],
    why: 'A check is a pure function of what collectors gathered.',
  },
  {
    folder: 'src/plan',
    mayImport: [
      'src/aws/operation.ts',
      'src/collect',
      'src/collectors',
      'src/frameworks',
      'src/judge',
      'src/text',
    ],
    packages: [],
    why: 'A plan follows from what is declared; it calls nothing.',
  },
  {
    folder: 'src/report',
    mayImport: [
      'src/aws/evidence',
      'src/collect',
      'src/frameworks',
      'src/judge',
      'src/observe',
      'src/plan',
      'src/responsibilities',
      'src/text',
    ],
    packages: ['node:crypto'],
    why: 'The report follows from what was judged; it asks nothing.',
  },
  {
    folder: 'src/fleet',
    mayImport: [
      'src/frameworks',
      'src/judge/terms.ts',
      'src/judge/verdict.ts',
      'src/policy',
      'src/report/model.ts',
      'src/text',
    ],
    packages: ['node:crypto', 'zod'],
    why: 'An organisation is told from summaries, wherever they lie: nothing here knows files or AWS.',
  },
  {
    folder: 'reports',
    mayImport: ['src/fleet/model.ts', 'src/report/model.ts', 'src/text'],
    packages: ['node:*', 'hyparquet-writer'],
    why: 'A reporter sees the report model alone.',
  },
  {
    folder: 'src/custom',
    mayImport: ['src/judge', 'src/responsibilities', 'src/text'],
    packages: ['node:*'],
    why: 'Loading checks of users knows none of ours.',
  },
  {
    folder: 'src/testing',
    mayImport: ['src/collect', 'src/judge', 'src/observe'],
    packages: ['vitest'],
    why: 'The tester judges one check as the engine does.',
  },
  {
    folder: 'src/configuration',
    mayImport: [
      'src/frameworks',
      'src/judge',
      'src/plan',
      'src/report/model.ts',
      'src/responsibilities',
      'src/text',
    ],
    packages: ['node:*', 'yaml', 'zod'],
    why: 'A configuration says what to select and by which values; it scans nothing.',
  },
  {
    folder: 'src/compare',
    mayImport: ['src/judge/terms.ts', 'src/text'],
    packages: ['node:*', 'zod'],
    why: 'Reports that were kept are read as files of strangers, and judged by nothing.',
  },
  {
    folder: 'src/run',
    mayImport: [
      'checks',
      'reports',
      'src/aws',
      'src/collect',
      'src/collectors',
      'src/custom',
      'src/fleet',
      'src/judge',
      'src/observe',
      'src/plan',
      'src/report',
      'src/text',
    ],
    packages: [
      'node:*',
      '@aws-sdk/client-kms',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-securityhub',
      'zod',
    ],
    why: 'What the doors share knows no door. Its clients write reports into a bucket, sign, and send findings, where that was asked for.',
  },
  {
    folder: 'src/commands',
    mayImport: [
      'checks',
      'reports',
      'src/aws/evidence',
      'src/aws/live/session.ts',
      'src/collect',
      'src/compare',
      'src/configuration',
      'src/custom',
      'src/fleet',
      'src/frameworks',
      'src/judge',
      'src/plan',
      'src/report',
      'src/responsibilities',
      'src/run',
      'src/text',
    ],
    packages: ['node:*', 'commander', 'zod'],
    why: 'A command talks to the terminal; what it does stands in run/.',
  },
  {
    folder: 'src',
    flat: true,
    mayImport: [
      'checks',
      'src/aws/evidence',
      'src/collect',
      'src/commands',
      'src/frameworks/relation.ts',
      'src/judge',
      'src/observe',
      'src/plan',
      'src/report',
      'src/run',
      'src/text',
    ],
    packages: ['node:*', 'commander', 'zod'],
    why: 'A door has no logic of its own.',
  },
];

/** Every folder that imports are told apart by: those above, and the folders of tools and tests. */
export const tools = ['bench', 'emulator', 'scripts', 'test'];

/** The lint configuration: one override for each folder, complete, since a later one replaces an earlier. */
export function layerRules() {
  return {
    overrides: layers.map((layer) => ({
      files: [layer.flat ? `${layer.folder}/*.ts` : `${layer.folder}/**/*.ts`],
      excludeFiles: layer.folder === 'reports' ? ['reports/html/ui/**', 'reports/fleet/ui/**'] : [],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              { group: refusedFolders(layer), message: layer.why },
              { group: refusedPackages(layer), message: layer.why },
            ],
          },
        ],
      },
    })),
  };
}

/** As gitignore patterns: every other folder, then what of them is allowed after all. */
function refusedFolders({ folder, mayImport }: Layer): string[] {
  const others = [...layers.map((each) => each.folder), ...tools].filter(
    (each) => each !== folder && each !== 'src' && !folder.startsWith(`${each}/`),
  );
  const refused = others.filter((each) => !mayImport.includes(each));
  const allowed = mayImport.filter((each) => !others.includes(each));
  return [
    ...refused.map((each) => `**/${lastOf(each)}/**`),
    ...allowed.map((each) => `!**/${withoutSrc(each)}${each.endsWith('.ts') ? '' : '/**'}`),
  ];
}

/** Inside src/ an import says `../observe/`, from elsewhere `../src/observe/`: the last name tells both. */
function lastOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}

function withoutSrc(path: string): string {
  return path.replace(/^src\//, '');
}

/** Every kind of package that the project has; knip refuses one that package.json does not name. */
export const packageKinds = [
  'node:*',
  '@aws-sdk/client-*',
  '@aws-sdk/credential-providers',
  '@smithy/**',
  'commander',
  'hyparquet-writer',
  'vitest',
  'yaml',
  'zod',
];

function refusedPackages({ packages }: Layer): string[] {
  const refused = packages.includes('node:*') ? [] : ['node:*', 'node:*/**'];
  return [
    ...refused,
    ...packageKinds.filter((each) => each !== 'node:*' && !packages.includes(each)),
    ...packages.filter((each) => !packageKinds.includes(each)).map((each) => `!${each}`),
  ];
}
