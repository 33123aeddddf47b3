import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

/** Runs a scan of the sample account, in whose process `code` runs too, once the program has begun. */
function runWith(code: string) {
  const planted = join(folder.path, 'planted.mjs');
  writeFileSync(
    planted,
    `const timer = setInterval(() => {
  if (process.listenerCount('uncaughtException') === 0) return;
  clearInterval(timer);
  ${code}
}, 1);`,
  );
  const output = join(folder.path, 'out');
  return runCli(['--demo', '--check', 'iam-root-mfa', '--output', output], {
    node: ['--import', planted],
  });
}

describe('a fault of srm-scan never looks like a result (F65)', () => {
  it('a promise that was left alone: exit code 2, and the reports are written all the same', async () => {
    const { code, stderr } = await runWith("Promise.reject(new Error('planted'));");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^srm-scan: this is a fault of srm-scan; please report it\.\nError: planted\n/,
    );
    expect(existsSync(join(folder.path, 'out', 'latest', 'report.json'))).toBe(true);
  });

  it('F68: quotes the message in one line, whatever is in it', async () => {
    const { stderr } = await runWith("throw new Error('a\\u001b[2J\\nsrm-scan: all is well');");
    expect(stderr).toContain('Error: a<U+001B>[2J<U+000A>srm-scan: all is well\n    at ');
  });

  it('an exception that nobody caught: exit code 2 at once', async () => {
    const { code, stdout, stderr } = await runWith("throw new Error('planted');");
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^srm-scan: this is a fault of srm-scan; please report it\.\nError: planted\n/,
    );
  });
});
