/** `npm run new` and `npm run new-service`, in a copy of the project: what they write compiles, and its tests fail. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copied = ['bench', 'checks', 'emulator', 'reports', 'scripts', 'src', 'test'];
const single = ['package.json', 'tsconfig.json', 'vitest.config.ts'];

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'srm-scan-scaffold-'));
  for (const path of [...copied, ...single]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // As in a project that has no DynamoDB yet.
  rmSync(join(copy, 'src', 'collectors', 'dynamodb'), { recursive: true, force: true });
  rmSync(join(copy, 'test', 'collectors', 'dynamodb'), { recursive: true, force: true });
  const manifest = readFileSync(join(copy, 'package.json'), 'utf8');
  writeFileSync(
    join(copy, 'package.json'),
    manifest.replace(/^ *"@aws-sdk\/client-dynamodb".*\n/m, ''),
  );
  // The loader of TypeScript, by which a developer runs each, takes longer than the script.
  buildSync({
    absWorkingDir: copy,
    entryPoints: ['scripts/new-check.ts', 'scripts/new-service.ts'],
    outdir: 'scripts/scaffold',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function run(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(program.endsWith('.ts') ? ['--import', 'tsx'] : []), program, ...args],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
  );
  return { status, stdout, stderr };
}

const results = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

describe('scaffolds', () => {
  it('compile, and their tests fail and say where to fill in', () => {
    const service = run('scripts/new-service.ts', 'dynamodb', '--operation', 'ListTables');
    expect(service.stderr).toBe('');
    expect(service.stdout).toContain('package.json: a line for the client');
    const shapes = [
      run('scripts/new-check.ts', 'dynamodb-tables-listed', '--shape', 'list'),
      run('scripts/scaffold/new-check.mjs', 'dynamodb-table-setting', '--shape', 'setting'),
      run(
        'scripts/scaffold/new-check.mjs',
        's3-new-setting',
        '--shape',
        'setting',
        '--of',
        's3/buckets#buckets',
      ),
      run('scripts/scaffold/new-check.mjs', 'dynamodb-account-wide', '--shape', 'account'),
    ];
    for (const { stderr, status } of shapes)
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });

    const manifest = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')));
    const names = Object.keys(manifest.dependencies);
    expect(names).toContain('@aws-sdk/client-dynamodb');
    expect(names).toEqual(names.toSorted());
    const files = [service, ...shapes]
      .flatMap(({ stdout }) => stdout.split('\n'))
      .filter((path) => path.endsWith('.ts'));
    writeFileSync(
      join(copy, 'tsconfig.new.json'),
      JSON.stringify({ extends: './tsconfig.json', include: files }),
    );
    expect(run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.new.json')).toMatchObject({
      stdout: '',
      status: 0,
    });

    const written = files.filter((path) => path.startsWith('test/'));
    expect(written).toHaveLength(5);
    const tested = run('node_modules/vitest/vitest.mjs', 'run', '--reporter=json', ...written);
    const { numPassedTests, testResults } = results.parse(
      JSON.parse(tested.stdout.slice(tested.stdout.indexOf('{"'))),
    );
    expect(tested.status).toBe(1);
    expect(numPassedTests).toBe(0);
    expect(testResults).toHaveLength(written.length);
    for (const { name, message, assertionResults } of testResults) {
      const messages = [message, ...assertionResults.flatMap((each) => each.failureMessages)];
      expect(messages.join('\n'), name).toContain('fill in');
    }
  });

  it.each([
    { args: ['s3'], says: 'usage: npm run new' },
    { args: ['s3-bucket-new', '--shape', 'square'], says: '--shape account' },
    { args: ['s3-bucket-new', 'setting'], says: 'npm run new <check-id> --' },
    { args: ['nosuch-thing'], says: 'the matrix has no service nosuch' },
    { args: ['s3-bucket-versioning'], says: 'is there already' },
    {
      args: ['s3-bucket-new', '--shape', 'setting', '--of', 's3/none#none'],
      says: 'there is no src',
    },
  ])('npm run new $args is refused, and nothing is written', ({ args, says }) => {
    const { status, stderr, stdout } = run('scripts/scaffold/new-check.mjs', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
  });

  it.each([
    { args: ['nosuch'], says: 'the matrix has no service nosuch' },
    { args: ['s3', '--operation', 'ListNothing'], says: 'has no ListNothing' },
    { args: ['s3'], says: 'is there already' },
  ])('npm run new-service $args is refused', ({ args, says }) => {
    expect(run('scripts/scaffold/new-service.mjs', ...args)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(says),
    });
  });
});
