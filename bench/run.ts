/**
 * `npm run bench`: measures the built program against the emulated sample company and against generated accounts of
 * 145 to 6,600 resources; docs/benchmark.md has the options. Ends with 1 where a call was made twice, was lost or could
 * not be answered, or a throttled scan found less: those do not depend on the machine. Time never decides.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spreadsOf, table } from './figures.ts';
import type { Spreads } from './figures.ts';
import { benchFindings } from './findings.ts';
import { benchPage } from './page/page.ts';
import { columnTable, rowTable } from './plain-table.ts';
import { measure } from './measure.ts';
import type { Measured, Scenario } from './measure.ts';
import { readOptions } from './options.ts';
import type { Options } from './options.ts';
import { compareWithProwler } from './peer/compare.ts';
import { generatedScenarios, sampleScenarios } from './scenarios.ts';
import { root, settingOf } from './setting.ts';
import type { Setting } from './setting.ts';
import { openGenerated, openSample } from './stages.ts';
import type { Stage } from './stages.ts';
import { faultsOf } from './verdict.ts';

// The SDK's warning speaks to programmers.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

type Results = ReadonlyMap<string, readonly Measured[]>;

const options = readOptions(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'srm-scan-bench-'));
const stages: Stage[] = [];
try {
  if (options.findings.length > 0) await findings(options);
  else if (options.page.length > 0) await page(options);
  else if (options.peer) await compare(options);
  else {
    const planned = await plan(options);
    await conclude(
      planned.map(({ scenario }) => scenario),
      await measureAll(planned),
    );
  }
} finally {
  for (const stage of stages) await stage.close();
  await rm(folder, { recursive: true, force: true });
}

async function findings({ findings: counts, formats }: Options): Promise<void> {
  const rows = await benchFindings(counts, formats);
  await tell({ runs: 1 }, columnTable(rows), { findings: rows });
}

async function page({ page: counts, runs }: Options): Promise<void> {
  const pages = [];
  for (const count of counts) pages.push(await benchPage(count, runs, folder));
  const shown = pages.map((figures) => Object.fromEntries(figures));
  await tell({ runs }, rowTable(pages), { pages: shown });
}

/** Prints what is measured by itself, and keeps it where that is asked for. */
async function tell(
  { runs }: Pick<Options, 'runs'>,
  shown: string,
  figures: Readonly<Record<string, unknown>>,
): Promise<void> {
  const setting = await settingOf(runs);
  for (const [name, value] of Object.entries(setting)) console.log(`${name}: ${value}`);
  console.log(`\n${shown}\n`);
  if (options.json) await keep({ ...setting, ...figures });
}

async function keep(figures: Readonly<Record<string, unknown>>): Promise<void> {
  const results = join(root, 'bench', 'results');
  await mkdir(results, { recursive: true });
  await writeFile(join(results, 'latest.json'), `${JSON.stringify(figures, null, 2)}\n`);
}

/** A scenario and where it plays. */
interface Planned {
  readonly scenario: Scenario;
  readonly stage: Stage;
}

async function plan({ accounts, rates }: Options): Promise<readonly Planned[]> {
  const planned: Planned[] = [];
  for (const account of accounts) {
    const stage = account === 'sample' ? await openSample(folder) : await openGenerated(account);
    if ('unavailable' in stage) {
      throw new Error(`The sample company needs the emulator. ${stage.unavailable}`);
    }
    stages.push(stage);
    // At the whole rate as well, where the politeness of the usual one costs the most.
    const usual = account === '2560' ? [0.5, 1] : [0.5];
    const scenarios =
      account === 'sample'
        ? sampleScenarios(folder)
        : generatedScenarios(account, rates ?? usual, folder);
    planned.push(...scenarios.map((scenario) => ({ scenario, stage })));
  }
  return planned;
}

/** Takes turns, so that a slow moment of the machine meets every scenario alike. */
async function measureAll(planned: readonly Planned[]): Promise<Results> {
  const all = new Map<string, Measured[]>(planned.map(({ scenario }) => [scenario.name, []]));
  for (let round = 1; round <= options.runs; round += 1) {
    for (const { scenario, stage } of planned) {
      process.stderr.write(`run ${round} of ${options.runs}: ${scenario.name}\n`);
      all.get(scenario.name)?.push(await measure(scenario, stage, folder));
    }
  }
  return all;
}

/** Prowler beside srm-scan; what one of them does decides nothing. */
async function compare({ accounts, runs }: Options): Promise<void> {
  const generated = accounts.filter((account) => account !== 'sample');
  const { rows, remarks } = await compareWithProwler(generated, runs, folder);
  const measured = rows.map(({ name, figures }) => ({ name, spreads: spreadsOf(figures) }));
  await show(await settingOf(runs), measured, remarks, []);
}

async function conclude(scenarios: readonly Scenario[], measured: Results): Promise<void> {
  const rows = [...measured].map(([name, all]) => ({
    name,
    spreads: spreadsOf(all.map(({ figures }) => figures)),
    remarks: all.at(-1)?.remarks ?? [],
  }));
  const setting = { ...(await settingOf(options.runs)), ...keptAnswers(measured) };
  const faults = faultsOf(scenarios, measured);

  const remarks = rows.flatMap((row) => row.remarks.map((remark) => `${row.name}: ${remark}`));
  await show(setting, rows, remarks, faults);
  if (faults.length === 0) return;
  console.error(faults.join('\n'));
  process.exitCode = 1;
}

async function show(
  setting: Setting,
  rows: readonly { readonly name: string; readonly spreads: Spreads }[],
  remarks: readonly string[],
  faults: readonly string[],
): Promise<void> {
  for (const [name, value] of Object.entries(setting)) console.log(`${name}: ${value}`);
  console.log(`\nMedian of ${options.runs} runs (least..most)\n\n${table(rows)}\n`);
  for (const remark of remarks) console.log(remark);
  if (!options.json) return;
  const scenarios = rows.map(({ name, spreads }) => ({ name, spreads }));
  await keep({ ...setting, faults, remarks, scenarios });
}

/** The share of moto's answers that came from memory; nothing where moto was not asked. */
function keptAnswers(measured: Results): { readonly keptAnswers?: number } {
  const answers = [...measured.values()].flat().map((one) => one.answers);
  const all = total(answers.map((one) => one.all));
  if (all === 0) return {};
  return { keptAnswers: Number((total(answers.map(({ kept }) => kept)) / all).toFixed(4)) };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
