import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../support/loopback-aws.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const tracer = fileURLToPath(new URL('../support/trace-imports.mjs', import.meta.url));

let aws: Loopback;
const folder = temporaryFolder();
beforeAll(async () => {
  aws = await startLoopback();
});
afterAll(async () => {
  await aws.close();
  folder.remove();
});

/** Modules that a run imports: packages by name, our own by path. */
async function importsOf(name: string, args: readonly string[]): Promise<readonly string[]> {
  const file = join(folder.path, name);
  const env = { ...aws.env, TRACE_IMPORTS: file };
  await runCli(args, { cwd: folder.path, env, node: ['--import', tracer] });
  const urls = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = urls.map(
    (url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? url.split('/dist/')[1] ?? url,
  );
  return [...new Set(names)].toSorted();
}

describe('what is imported', () => {
  it('for help is next to nothing', async () => {
    const imports = await importsOf('help', ['--help']);
    expect(imports.filter((name) => !name.startsWith('node:'))).toEqual([
      'commander',
      'src/cli.js',
      'src/commands/selection-options.js',
      'src/run/version.generated.js',
      'src/text/nearest.js',
      'src/text/user-error.js',
      'src/text/wrap.js',
    ]);
  });

  it('for the tables of the command line is no client of AWS', async () => {
    for (const command of ['checks', 'policy', 'responsibilities']) {
      const imports = await importsOf(command, [command]);
      expect(imports.filter((name) => name.startsWith('@aws-sdk/client-'))).toEqual([]);
    }
  });

  it('for a scan of one service is no client of another, but for who and where it is', async () => {
    const imports = await importsOf('scan', ['--check', 's3-bucket-versioning']);
    expect(imports.filter((name) => name.startsWith('@aws-sdk/client-'))).toEqual([
      '@aws-sdk/client-account',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-sts',
    ]);
  });
});
