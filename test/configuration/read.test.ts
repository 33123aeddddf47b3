import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { parseConfig, readConfig } from '../../src/configuration/read.ts';
import { UserError } from '../../src/text/user-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'srm-scan-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a configuration file', () => {
  it('may be YAML or JSON, and may be empty', () => {
    const json = '{\n\t"services": ["s3"],\n\t"$schema": "./config.schema.json"\n}';
    expect(parseConfig(json, 'file', checks)).toEqual({ services: ['s3'] });
    expect(parseConfig('# nothing yet\n', 'file', checks)).toEqual({});
  });

  it.each([
    [
      'service: [s3]',
      'file:1: unknown member "service". Did you mean excludeServices or services?',
    ],
    ['a: 1\nb: 2', 'file:1: unknown member "a". Known: $schema, checks'],
    ['services: s3', 'file:1: services: a list is wanted'],
    ['services: [dynamo]', 'file:1: unknown name "dynamo". Did you mean dynamodb?'],
    ['\nseverity: grave', 'file:2: severity: write one of critical, high, medium'],
    ['regions:\n  - 1', 'file:2: regions.0: a text is wanted'],
    ['regions: europe', 'file:1: regions: write a list of Regions, or active'],
    ['approvedRegions: ["a,b"]', 'file:1: approvedRegions.0: an item of a list is a text without'],
    [
      'parameters:\n  iam-root-mfa: { days: 1 }',
      'file:2: unknown check "iam-root-mfa"',
      'iam-root-mfa has no parameters',
    ],
    [
      'parameters:\n  iam-access-key-rotated:\n    maxAge: 1',
      'file:3: unknown parameter of iam-access-key-rotated "maxAge". Did you mean maxAgeDays?',
    ],
    [
      'parameters:\n  iam-access-key-rotated:\n    maxAgeDays: "1"',
      'file:3: parameters.iam-access-key-rotated.maxAgeDays: a number is wanted',
    ],
    [
      'parameters: { iam-access-key-rotated: { maxAgeDays: -1 } }',
      'file:1: parameters.iam-access-key-rotated.maxAgeDays: a number of 0 or more is wanted',
    ],
    [
      'profiles: { cis: { iam-access-key-rotated: { maxAge: 1 } } }',
      'file:1: unknown parameter of iam-access-key-rotated "maxAge"',
    ],
    ['parameters: { ec2-nacl-no-admin-ports-open: { ports: [] } }', 'name one at least'],
    ['services: [s3]\nservices: [iam]', 'file:2: Map keys must be unique'],
    ['services: [s3', 'file:1: '],
    ['- s3', 'file:1: the file: members with values are wanted'],
  ])('that says %j is refused, with the place', (text, ...messages) => {
    const said = refused(text);
    expect(
      messages.some((message) => said.includes(message)),
      said,
    ).toBe(true);
  });

  it('with a tower of aliases is refused in no time', () => {
    const levels = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) {
      const lower = `*a${level - 1}`;
      levels.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => lower).join(', ')}]`);
    }
    expect(refused(levels.join('\n'))).toContain('file: ');
  });

  it('that is not there is named', async () => {
    const path = join(folder, 'none.yaml');
    await expect(readConfig(path, checks)).rejects.toThrow(`${path}: there is no such file`);
  });

  it('that is too long, or a folder, is none', async () => {
    const path = join(folder, 'long.yaml');
    writeFileSync(path, '#'.repeat(1_000_001));
    await expect(readConfig(path, checks)).rejects.toThrow('longer than a megabyte');
    await expect(readConfig(folder, checks)).rejects.toThrow('it is a folder; name a file');
  });

  it('that never ends is none', async () => {
    await expect(readConfig('/dev/zero', checks)).rejects.toThrow('longer than a megabyte');
  });
});

function refused(text: string): string {
  try {
    parseConfig(text, 'file', checks);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'nothing was refused';
}
