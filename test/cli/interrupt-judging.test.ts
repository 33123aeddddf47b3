import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalAgain } from '../../src/aws/evidence/canonical.ts';
import { type CallRecord, seal } from '../../src/aws/evidence/ledger.ts';
import { writeEvidence } from '../../src/aws/evidence/write.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { expectValid } from '../support/report-schema.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
const kept = temporaryFolder();
let evidence = '';
beforeAll(async () => {
  evidence = await crowded();
});
afterAll(() => kept.remove());
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** The sample account with so many security groups that no machine judges them between two looks at the signals. */
async function crowded(): Promise<string> {
  const { start, end, calls } = await readSample();
  const path = join(kept.path, 'crowded.ndjson.gz');
  const writer = await writeEvidence(path, start);
  for (const call of calls.values()) writer.keep(withMoreGroups(call));
  writer.seal(end);
  await writer.written();
  return path;
}

function withMoreGroups(call: CallRecord): CallRecord {
  if (call.operation !== 'DescribeSecurityGroups' || call.answer === undefined) return call;
  const answer: { SecurityGroups?: readonly { GroupId: string }[] } = JSON.parse(call.answer);
  const groups = (answer.SecurityGroups ?? []).flatMap((group) =>
    Array.from({ length: 500 }, (_, copy) => ({ ...group, GroupId: `${group.GroupId}${copy}` })),
  );
  const more = { ...call, answer: canonicalAgain({ ...answer, SecurityGroups: groups }) };
  return { ...more, sha256: seal(more) };
}

const atFirst = fileURLToPath(new URL('../support/interrupt-judging.mjs', import.meta.url));

describe('F63: Ctrl-C while kept evidence is judged', () => {
  it('ends the judging, and writes what was judged', async () => {
    const output = join(folder.path, 'reports');
    const { code, stdout, stderr } = await runCli(['evaluate', evidence, '--output', output], {
      node: ['--import', atFirst],
    });
    expect(stderr).toContain('SIGINT: writing what was read so far');
    expect(stdout).toContain('PARTIAL: the scan was interrupted (SIGINT)');
    expect([1, 3]).toContain(code);

    const report: Report = JSON.parse(readFileSync(join(output, 'latest', 'report.json'), 'utf8'));
    expectValid(report);
    expect(report.scan).toMatchObject({
      status: 'partial',
      endedBy: 'the scan was interrupted (SIGINT)',
    });
    expect(new Set(report.findings.map(({ check }) => check))).toEqual(
      new Set(report.checks.map(({ id }) => id)),
    );
    const cut = report.findings.filter(({ reasons }) =>
      reasons.join().includes('the scan ended before this check had judged everything'),
    );
    expect(cut.length).toBeGreaterThan(0);
    expect(cut.length).toBeLessThan(report.checks.length);
  });

  it('twice ends the program, and leaves nothing half-written', async () => {
    const output = join(folder.path, 'reports');
    const { code } = await runCli(['evaluate', evidence, '--output', output], {
      node: ['--import', atFirst],
      env: { TWICE: '1' },
    });
    expect(code).toBe(130);
    expect(readdirSync(output).filter((name) => !name.endsWith('.part'))).toEqual([]);
  });
});
