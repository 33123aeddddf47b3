/** The tarball that npm would publish, in an empty folder far from the sources. */
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/run/version.generated.ts';
import { declaredDependencies, pack, type Packed } from '../support/packed.ts';

const run = promisify(execFile);
const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

let packed: Packed;
beforeAll(async () => {
  packed = await pack();
});
afterAll(() => packed.remove());

/** As a shell runs the link that npm makes: by its mode and first line. */
function srmScan(...args: readonly string[]) {
  const program = join(packed.installed, 'dist', 'bin', 'srm-scan.js');
  return run(program, [...args], { cwd: packed.folder });
}

describe('the command line of the package, with no dependency installed', () => {
  it('prints its help and its version', async () => {
    expect((await srmScan('--help')).stdout).toContain('srm-scan --demo');
    expect((await srmScan('--version')).stdout.trim()).toBe(version);
  });

  it('scans the sample account', async () => {
    await srmScan('--demo', '--fail-on', 'none', '--output', 'out').catch((error: unknown) => {
      // 3: one answer of the sample account was denied.
      expect(error).toMatchObject({ code: 3 });
    });
    expect((await readdir(join(packed.folder, 'out', 'latest'))).toSorted()).toEqual([
      'manifest.json',
      'report.html',
      'report.json',
      'summary.json',
    ]);
  });
});

describe('the library of the package', () => {
  it('can be imported, and so can its other doors, with no dependency installed', async () => {
    const program = `
      import { checks, plan, iamPolicy } from 'srm-scan';
      import { s3Buckets } from 'srm-scan/collectors';
      import { handler } from 'srm-scan/lambda';
      import schema from 'srm-scan/report.schema.json' with { type: 'json' };
      console.log(checks.length > 0, iamPolicy(plan(checks)).Version, s3Buckets.id, typeof handler, typeof schema);`;
    await writeFile(join(packed.folder, 'use.mjs'), program);

    const { stdout } = await run(process.execPath, ['use.mjs'], { cwd: packed.folder });

    expect(stdout.trim()).toBe('true 2012-10-17 s3.buckets function object');
  });

  it('tests a check of a user in the Vitest that he has', async () => {
    await packed.link('vitest');
    const test = `
      import { defineCheck, fail, pass, subsetOf } from 'srm-scan';
      import { s3Buckets } from 'srm-scan/collectors';
      import { known, testCheck, unreadable } from 'srm-scan/testing';
      const check = defineCheck({
        id: 'acme-bucket-in-frankfurt', title: 'The bucket is in Frankfurt', severity: 'low',
        responsibility: 's3.customer-data', controls: {}, why: 'a', fix: 'b', link: 'https://example.com/',
        evaluates: s3Buckets, needs: {},
        evaluate: (bucket, { read }) =>
          read(bucket.location) === 'eu-central-1' ? pass('it is') : fail('it is elsewhere'),
      });
      const resource = { id: 'b', arn: 'arn:aws:s3:::b', region: 'eu-central-1' };
      testCheck(check, {
        pass: [{ name: 'in Frankfurt', resource: { ...resource, location: known('eu-central-1') } }],
        fail: [{ name: 'in Paris', resource: { ...resource, location: known('eu-west-3') } }],
        unknown: [{ name: 'not known', resource: { ...resource, location: unreadable() } }],
      });`;
    await writeFile(join(packed.folder, 'own.test.mjs'), test);
    const args = [vitest, 'run', '--reporter=json', '--root', packed.folder];
    const { stdout } = await run(process.execPath, args).catch(
      (error: { stdout: string }) => error,
    );
    expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: 3 });
  });

  it('has types that a strict program compiles with, without leave to skip ours', async () => {
    for (const name of ['@types/node', ...(await declaredDependencies())]) await packed.link(name);
    const program = `
      import { checks, defineCheck, type Report, scan } from 'srm-scan';
      import { s3Buckets } from 'srm-scan/collectors';
      import { handler, type LambdaContext, type LambdaResult } from 'srm-scan/lambda';
      import { known, testCheck } from 'srm-scan/testing';
      export const ids: string[] = checks.map((check) => check.id);
      export const worst = (report: Report): number => report.summary.byOutcome.fail;
      export const asked = (context: LambdaContext): Promise<LambdaResult> => handler({}, context);
      export { defineCheck, known, s3Buckets, scan, testCheck };
      // @ts-expect-error: the types are real, not any
      export const wrong: number = checks[0].id;
      // @ts-expect-error: those of the collectors too
      export const wrongId: number = s3Buckets.id;`;
    const compilerOptions = {
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'es2023',
      module: 'nodenext',
      types: ['node'],
    };
    await writeFile(join(packed.folder, 'use.ts'), program);
    await writeFile(join(packed.folder, 'package.json'), '{ "type": "module" }');
    await writeFile(
      join(packed.folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['use.ts'] }),
    );

    const { stdout } = await run(tsc, ['-p', packed.folder]).catch(
      (error: { stdout: string }) => error,
    );

    expect(stdout).toBe('');
  });
});

describe('the package', () => {
  it('tells the licence of everything that its bundles hold', async () => {
    const path = join(packed.installed, 'dist', 'bin', 'THIRD-PARTY-NOTICES.txt');
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(/^@aws-sdk\/client-s3 \S+ \(Apache-2\.0\)$/m);
    expect(text).toMatch(/^zod \S+ \(MIT\)$/m);
    expect(text).toContain('Copyright (c) 2025 Colin McDonnell');
  });

  it('has the types of two small packages to fetch, and no more than 3 MB of its own', async () => {
    // What is run is bundled: every other dependency would be fetched by each `npx srm-scan`.
    expect(await declaredDependencies()).toEqual(['@smithy/types', 'zod']);
    expect(packed.bytes).toBeLessThan(3_000_000);
  });

  it('holds no tests, sources or tools', async () => {
    expect((await readdir(packed.installed)).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'deploy',
      'dist',
      'docs',
      'package.json',
      'sample',
    ]);
  });
});
