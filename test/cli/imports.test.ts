import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadedBy } from '../support/loaded-modules.ts';
import { type Loopback, startLoopback } from '../support/loopback-aws.ts';
import { temporaryFolder } from '../support/run-cli.ts';

let aws: Loopback;
const folder = temporaryFolder();
beforeAll(async () => {
  aws = await startLoopback();
});
afterAll(async () => {
  await aws.close();
  folder.remove();
});

const clients = (packages: readonly string[]) =>
  packages.filter((name) => name.startsWith('@aws-sdk/client-'));

describe('what is loaded', () => {
  it('for help is next to nothing', async () => {
    const { packages, ours } = await loadedBy(['--help'], folder.path);
    expect(packages).toEqual(['commander']);
    expect(ours.filter((path) => !path.startsWith('src/text/'))).toEqual([
      'src/cli.ts',
      'src/commands/node-version.ts',
      'src/commands/option-rules.ts',
      'src/commands/program.ts',
      'src/commands/selection-options.ts',
      'src/commands/terminal.ts',
      'src/commands/usage-errors.ts',
      'src/run/engine.ts',
      'src/run/version.generated.ts',
      'src/start.ts',
    ]);
  });

  it('for the tables of the command line is nothing of the AWS SDK, and for the demo no client', async () => {
    for (const command of ['checks', 'policy', 'responsibilities']) {
      const { packages } = await loadedBy([command], folder.path);
      expect(packages.filter((name) => name !== 'commander' && name !== 'zod')).toEqual([]);
    }
    expect(clients((await loadedBy(['--demo'], folder.path)).packages)).toEqual([]);
  });

  it('for a scan of one service is no client of another, but for who and where it is', async () => {
    const { packages } = await loadedBy(['--service', 's3'], folder.path, aws.env);
    // The account's own settings of S3 have an API and a client of their own; Macie looks into buckets, and the
    // organization tells whose the accounts are that policies let in.
    expect(clients(packages)).toEqual([
      '@aws-sdk/client-account',
      '@aws-sdk/client-macie2',
      '@aws-sdk/client-organizations',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-s3-control',
      '@aws-sdk/client-sts',
    ]);
  });

  it('for credentials of the environment is no other way to get credentials', async () => {
    const { packages } = await loadedBy(['--service', 's3'], folder.path, aws.env);
    expect(packages.filter((name) => /credential-provider-|nested-clients/.test(name))).toEqual([
      '@aws-sdk/credential-provider-env',
      '@aws-sdk/credential-provider-node',
    ]);
  });
});
