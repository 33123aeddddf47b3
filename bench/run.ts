/**
 * `npm run bench`: measures the built program against the emulated sample company. `--runs N` (3) repeats each scenario,
 * `--json` also writes bench/results/latest.json. Ends with 1 where a call was made twice, was lost, or a throttled scan
 * found less: those do not depend on the machine. Time never decides.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startGate } from '../emulator/gate.ts';
import type { Gate } from '../emulator/gate.ts';
import { startMoto } from '../emulator/moto.ts';
import { plant } from '../emulator/plant.ts';
import { run } from './cli.ts';
import { spreadsOf, table } from './figures.ts';
import { measure } from './measure.ts';
import type { Measured, Scenario } from './measure.ts';
import { faultsOf } from './verdict.ts';
import { scenariosIn } from './scenarios.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// The SDK's warning speaks to programmers.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1.');

const moto = await startMoto();
if ('unavailable' in moto) {
  console.error(`The benchmark needs the emulator. ${moto.unavailable}`);
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), 'srm-scan-bench-'));
const gate = await startGate({ upstream: moto.endpoint });
try {
  await plant(gate.endpoint);
  const scenarios = scenariosIn(folder);
  await warm(gate, folder);
  const measured = await measureAll(scenarios, gate, folder);
  await conclude(scenarios, measured);
} finally {
  await gate.close();
  await moto.stop();
  await rm(folder, { recursive: true, force: true });
}

/** One discarded scan, from which the gate keeps moto's answers and `evaluate` has its evidence. */
async function warm(gate: Gate, folder: string): Promise<void> {
  gate.setKeeping('keep');
  await run(['--evidence', '--format', 'json', '--output', folder], gate.endpoint, folder);
  gate.setKeeping('give');
}

/** Takes turns, so that a slow moment of the machine meets every scenario alike. */
async function measureAll(
  scenarios: readonly Scenario[],
  gate: Gate,
  folder: string,
): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const all = new Map<string, Measured[]>(scenarios.map(({ name }) => [name, []]));
  for (let round = 1; round <= runs; round += 1) {
    for (const scenario of scenarios) {
      process.stderr.write(`run ${round} of ${runs}: ${scenario.name}\n`);
      all.get(scenario.name)?.push(await measure(scenario, gate, folder));
    }
  }
  return all;
}

async function conclude(
  scenarios: readonly Scenario[],
  measured: ReadonlyMap<string, readonly Measured[]>,
): Promise<void> {
  const rows = [...measured].map(([name, all]) => ({
    name,
    spreads: spreadsOf(all.map(({ figures }) => figures)),
  }));
  const answers = [...measured.values()].flat().map((one) => one.answers);
  const kept = total(answers.map((one) => one.kept)) / total(answers.map(({ all }) => all));
  const setting = {
    date: new Date().toISOString().slice(0, 10),
    runs,
    ...(await versions()),
    machine: machine(),
    keptAnswers: Number(kept.toFixed(4)),
  };
  const faults = faultsOf(scenarios, measured);

  for (const [name, value] of Object.entries(setting)) console.log(`${name}: ${value}`);
  console.log(`\nMedian of ${runs} runs (least..most)\n\n${table(rows)}\n`);
  if (values.json) {
    const results = join(root, 'bench', 'results');
    await mkdir(results, { recursive: true });
    const text = JSON.stringify({ ...setting, faults, scenarios: rows }, null, 2);
    await writeFile(join(results, 'latest.json'), `${text}\n`);
  }
  if (faults.length === 0) return;
  console.error(faults.join('\n'));
  process.exitCode = 1;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

async function versions(): Promise<Record<'commit' | 'node' | 'sdk' | 'smithy' | 'moto', string>> {
  const packaged = async (name: string) => {
    const text = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8');
    return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
  };
  const requirements = await readFile(join(root, 'emulator', 'requirements.txt'), 'utf8');
  const git = spawnSync('git', ['describe', '--always', '--dirty'], {
    cwd: root,
    encoding: 'utf8',
  });
  return {
    commit: git.status === 0 ? git.stdout.trim() : 'unknown',
    node: process.versions.node,
    sdk: `client-ec2 ${await packaged('@aws-sdk/client-ec2')}`,
    smithy: await packaged('@smithy/core'),
    moto: /^moto\S*==(\S+)/m.exec(requirements)?.[1] ?? 'unknown',
  };
}

function machine(): string {
  const cores = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1) ?? 'unknown';
  const model = cores[0]?.model ?? 'unknown';
  return `${cores.length} x ${model}, ${gigabytes} GB, ${process.platform} ${process.arch}, load ${load}`;
}
