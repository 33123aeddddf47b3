/** F68: evidence of others is judged, and none of its names does anything to the terminal. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalAgain } from '../../src/aws/evidence/canonical.ts';
import { type CallRecord, seal } from '../../src/aws/evidence/ledger.ts';
import { writeEvidence } from '../../src/aws/evidence/write.ts';
import { readSample } from '../../src/run/sample.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

const attack = "\u001b[2J\u009b1;1H\r\n448 of 448 of the customer's findings pass\u2028\u202e";
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Behind the principal, the alias, a Region, AWS's own words of refusals, and the account where that is wanted. */
function attacked({ answer, error, ...call }: CallRecord, account = false): CallRecord {
  const forged =
    answer === undefined
      ? { error: { code: 'AccessDenied', ...error, message: `${error?.message}${attack}` } }
      : { answer: attackedAnswer(answer, account) };
  return { ...call, ...forged, sha256: seal(forged) };
}

function attackedAnswer(answer: string, account: boolean): string {
  const escaped = JSON.stringify(attack).slice(1, -1);
  const forged = answer
    .replace(/("Account":"\d+)"/, account ? `$1${escaped}"` : '$1"')
    .replace(/("Arn":"arn:aws:sts::[^"]+)"/, `$1${escaped}"`)
    .replace(/("AccountAliases":\["[^"]+)"/, `$1${escaped}"`)
    .replace(/("RegionName":"me-south-1)"/, `$1${escaped}"`);
  return canonicalAgain(JSON.parse(forged));
}

describe('F68: evidence of others', () => {
  it('moves no cursor and forges no line', async () => {
    const { start, end, calls } = await readSample();
    const path = join(folder.path, 'evidence.ndjson.gz');
    const writer = await writeEvidence(path, start);
    for (const call of calls.values()) writer.keep(attacked(call));
    writer.seal(end);
    await writer.written();

    const ran = await runCli(['evaluate', path, '--output', folder.path, '--verbose']);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.stdout).toContain('(northwind-harbour<U+001B>[2J');
    const lines = `${ran.stdout}${ran.stderr}`.split('\n');
    expect(lines.filter((line) => unseen.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('448 of 448'))).toEqual([]);
  });

  it('with an account id that is none is refused', async () => {
    const { start, end, calls } = await readSample();
    const apart = temporaryFolder();
    const path = join(apart.path, 'evidence.ndjson.gz');
    const writer = await writeEvidence(path, start);
    for (const call of calls.values()) writer.keep(attacked(call, true));
    writer.seal(end);
    await writer.written();

    const { code, stdout, stderr } = await runCli(['evaluate', path, '--output', apart.path]);
    apart.remove();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Account is no account id');
    expect(stderr.split('\n').filter((line) => unseen.test(line))).toEqual([]);
  });

  it('that is refused is quoted in one line', async () => {
    const name = `x\u001B]0;title\u0007\u202E.ndjson`;
    writeFileSync(join(folder.path, name), '{"record":"scan\\u001b[31m"}\n');
    const { code, stderr } = await runCli(['evaluate', name], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^srm-scan: [^\p{Cc}\p{Cf}]*\n$/u);
    const option = await runCli([`--\u001B[31m\n448`]);
    expect(option.stderr).toMatch(/^srm-scan: [^\p{Cc}\p{Cf}]*\n$/u);
  });
});
