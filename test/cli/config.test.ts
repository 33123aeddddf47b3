/** The configuration file, as a user has it beside him. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

const text = `
services: [iam]
parameters:
  iam-access-key-rotated: { maxAgeDays: 3 }
`;
const named = join(folder.path, 'named.yaml');
writeFileSync(named, text);

describe('a configuration', () => {
  it('that is named decides what the demo judges, and each finding says by which value', async () => {
    const { code } = await runCli(['--demo', '--config', named, '--quiet'], { cwd: folder.path });
    expect(code).toBe(1);
    const path = join(folder.path, 'srm-scan-report', 'latest', 'report.json');
    const report: Report = JSON.parse(readFileSync(path, 'utf8'));
    expect(report.scan.selection.services).toEqual(['iam']);
    expect(report.scan.parameters).toEqual([
      {
        check: 'iam-access-key-rotated',
        parameter: 'maxAgeDays',
        value: 3,
        default: 90,
        from: 'user',
      },
    ]);
    const rotated = report.findings.filter(({ check }) => check === 'iam-access-key-rotated');
    expect(rotated.length).toBeGreaterThan(0);
    for (const finding of rotated) expect(finding.parameters).toEqual({ maxAgeDays: 3 });
  });

  it('of the working folder is used by policy, told of, and left by --no-config', async () => {
    const here = temporaryFolder();
    writeFileSync(join(here.path, 'srm-scan.config.yaml'), text);
    const used = await runCli(['policy'], { cwd: here.path });
    expect(used.stdout).not.toContain('s3:');
    expect(used.stderr).toBe('srm-scan: configuration: srm-scan.config.yaml\n');
    const left = await runCli(['policy', '--no-config'], { cwd: here.path });
    expect(left.stdout).toContain('s3:');
    expect(left.stderr).toBe('');
    writeFileSync(join(here.path, 'srm-scan.config.json'), '{}');
    const two = await runCli(['policy'], { cwd: here.path });
    expect(two.code).toBe(2);
    expect(two.stderr).toContain('srm-scan.config.yaml and srm-scan.config.json');
    here.remove();
  });

  it('is held against the checks by config check', async () => {
    const right = await runCli(['config', 'check', named]);
    expect(right.code).toBe(0);
    expect(right.stdout).toMatch(/is right\. A scan by it judges \d+ of \d+ checks\./);
    expect(right.stdout).toContain('  iam-access-key-rotated.maxAgeDays=3');
    const wrong = join(folder.path, 'wrong.yaml');
    writeFileSync(wrong, 'regions: [west]');
    const refused = await runCli(['config', 'check', wrong]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`${wrong}: unknown region "west"`);
    expect((await runCli(['config', 'check'], { cwd: folder.path })).stderr).toContain(
      'no configuration here',
    );
    expect((await runCli(['config', 'chek'])).stderr).toContain('Did you mean check?');
  });

  it('is described by the published schema', () => {
    const path = new URL('../../docs/config.schema.json', import.meta.url);
    const schema: object = JSON.parse(readFileSync(path, 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(
      validate({ services: ['iam'], parameters: { 'iam-access-key-rotated': { maxAgeDays: 3 } } }),
    ).toBe(true);
    expect(validate({ parameters: { 'iam-access-key-rotated': { maxAge: 3 } } })).toBe(false);
    expect(validate({ services: ['ima'] })).toBe(false);
  });
});
