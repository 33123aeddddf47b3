/**
 * `npm run bench:organization`: what a fleet does and costs, for 10, 100, 1,000 and 5,000 accounts, by a model whose assumptions it
 * prints; docs/cost.md says what they rest on. `--from fleet.json` takes the accounts of a run of your own; `--measure` scans the
 * generated accounts again that the model is made from.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { costOf, type CostLine, eventsOf, type FleetUse, sumOf } from './organization/cost.ts';
import { assumed, type FleetRun, fleetOf, type Share } from './organization/fleet-of.ts';
import { type MapLimits, usualLimits } from './organization/map.ts';
import { type Measured, measuredPath, readMeasured, samplesIn } from './organization/measured.ts';
import { type Prices, pricesWith } from './organization/prices.ts';
import { scanSeveral, severalOf } from './organization/scanned.ts';
import { columnTable } from './plain-table.ts';
import { settingOf } from './setting.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    measure: { type: 'boolean', default: false },
    mix: { type: 'string', default: '145=60,2560=30,6600=10' },
    memory: { type: 'string', default: '1769' },
    concurrency: { type: 'string', default: String(usualLimits.concurrency) },
    functions: { type: 'string', default: String(usualLimits.functions) },
    runs: { type: 'string', default: '30' },
    kept: { type: 'string', default: '730' },
    queries: { type: 'string', default: '100' },
    guardduty: { type: 'string', default: '100' },
    trails: { type: 'string', default: '0' },
    price: { type: 'string', multiple: true, default: [] },
  },
});

if (values.measure) await remeasure();
else await tell();

async function tell(): Promise<void> {
  const counts = positionals.length > 0 ? positionals : ['10', '100', '1000', '5000'];
  const limits: MapLimits = {
    ...usualLimits,
    concurrency: numberOf('concurrency', 1),
    functions: numberOf('functions', 1),
  };
  const prices = pricesWith(values.price);
  const shares = await sharesOf();
  const runs = counts.map((text) => fleetOf(atLeast('accounts', text, 1), shares, limits));
  const costs = runs.map((run) => costOf(useOf(run), prices));
  for (const line of await assumptions(shares, limits)) console.log(`- ${line}`);
  console.log(`\n${columnTable(runs.map(doneBy))}\n`);
  console.log(`US dollars a month:\n\n${costTable(runs, costs)}\n`);
  for (const line of sourcesOf(prices)) console.log(line);
}

function useOf(run: FleetRun): FleetUse {
  return {
    accounts: run.accounts,
    requests: run.calls,
    seconds: run.seconds,
    memory: numberOf('memory', 128),
    bytes: run.bytes,
    runsAMonth: numberOf('runs', 0),
    keptDays: numberOf('kept', 0),
    queries: numberOf('queries', 0),
    findings: run.findings,
    guardDuty: numberOf('guardduty', 0) / 100,
    furtherTrails: numberOf('trails', 0),
  };
}

function doneBy(run: FleetRun): object {
  const { map } = run;
  return {
    accounts: run.accounts,
    'wall, s': Math.round(run.wallSeconds),
    'of that the Map, s': Math.round(map.seconds),
    'at once': map.atOnce,
    'roles a second': map.startsASecond,
    'calls a run': Math.round(run.calls),
    'CloudTrail events a run': Math.round(eventsOf({ ...run, requests: run.calls })),
    'GB of reports a run': Number((run.bytes / 1e9).toFixed(2)),
  };
}

function costTable(runs: readonly FleetRun[], costs: readonly (readonly CostLine[])[]): string {
  const names = costs[0]?.map(({ name }) => name) ?? [];
  const row = (what: string, cost: (lines: readonly CostLine[]) => number) => ({
    what,
    ...Object.fromEntries(
      runs.map(({ accounts }, at) => [`${accounts} accounts`, cost(costs[at] ?? []).toFixed(2)]),
    ),
  });
  return columnTable([
    ...names.map((name) => row(name, (lines) => sumOf(lines, (line) => line.name === name))),
    row('in the account that scans', (lines) => sumOf(lines, ({ isCaused }) => !isCaused)),
    row('caused in those scanned', (lines) => sumOf(lines, ({ isCaused }) => isCaused)),
    row('all', (lines) => sumOf(lines, () => true)),
  ]);
}

async function assumptions(
  shares: readonly Share[],
  limits: MapLimits,
): Promise<readonly string[]> {
  const measured = await readMeasured();
  const kinds = shares.map(
    ({ sample, percent }) =>
      `${percent} % ${sample.name} (${Math.round(sum(sample.requests))} calls, ${sample.seconds.toFixed(1)} s)`,
  );
  return [
    `accounts: ${kinds.join(', ')}`,
    values.from === undefined
      ? `measured on ${measured.date}, ${measured.machine}, 60 ms from AWS, half of its rates; the function is taken to be as fast`
      : `as ${values.from} tells; seconds are those of reading`,
    `${assumed.startSeconds} s more for the start of each function and the role; ${values.memory} MB`,
    `${limits.concurrency} accounts at once; the Map starts ${limits.starts} a second, Lambda runs ${limits.functions} functions of the account and adds ${limits.growth} in ten seconds; none is tried again`,
    `the list of accounts: 20 on a page, ${assumed.pagesASecond} pages a second, one after the other; the report of the whole: ${assumed.reduceMilliseconds} ms for each account`,
    `${values.runs} runs a month; reports are kept ${values.kept} days, and the table shows the month in which the first of them go; ${values.queries} queries a month over a run each`,
    `GuardDuty is on in ${values.guardduty} % of the accounts; further trails that log reads: ${values.trails}; each request is an event, and a role that is assumed one in both accounts`,
    'list prices of US East (N. Virginia), no free tier, no discount, no price of large volumes',
  ];
}

async function sharesOf(): Promise<readonly Share[]> {
  if (values.from !== undefined) {
    const samples = await samplesIn(values.from);
    return samples.map((sample) => ({ sample, percent: 100 / samples.length }));
  }
  const { accounts } = await readMeasured();
  const shares = values.mix.split(',').map((part) => {
    const [, name = '', percent = ''] = /^(\d+)=(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    const sample = accounts.find((each) => each.name === `${name} resources`);
    if (!sample)
      throw new Error(`--mix "${part}": write a measured size and its share, like 145=60`);
    return { sample, percent: Number(percent) };
  });
  const all = shares.reduce((total, { percent }) => total + percent, 0);
  if (Math.abs(all - 100) > 0.01) throw new Error(`--mix: the shares are ${all} %, not 100`);
  return shares;
}

function sourcesOf(prices: Prices): readonly string[] {
  return Object.entries(prices).map(
    ([name, { usd, per, unit, source }]) =>
      `${name}: $${usd} for ${per.toLocaleString('en-GB')} ${unit}; ${source}`,
  );
}

type Numeric =
  | 'concurrency'
  | 'functions'
  | 'memory'
  | 'runs'
  | 'kept'
  | 'queries'
  | 'guardduty'
  | 'trails';

function numberOf(option: Numeric, least: number): number {
  return atLeast(`--${option}`, values[option], least);
}

function atLeast(what: string, text: string, least: number): number {
  const number = Number(text);
  if (text !== '' && number >= least) return number;
  throw new Error(`${what} "${text}": a number of ${least} or more is wanted`);
}

function sum(numbers: Readonly<Record<string, number>>): number {
  return Object.values(numbers).reduce((total, number) => total + number, 0);
}

/** Scans one account of each size by itself, and keeps what it took. */
async function remeasure(): Promise<void> {
  const accounts: Measured['accounts'] = [];
  for (const size of ['145', '2560', '6600']) {
    const one = severalOf(`1x${size}`);
    if (!one) throw new Error(`there is no account of ${size} resources`);
    const { wallSeconds, faults, requests, findings, bytes } = await scanSeveral(one);
    if (faults.length > 0) throw new Error(faults.join(', '));
    accounts.push({
      name: `${size} resources`,
      requests,
      seconds: Number(wallSeconds.toFixed(1)),
      findings,
      bytes,
    });
  }
  const { date, machine } = await settingOf(1);
  const measured = { date, machine, accounts };
  await writeFile(measuredPath, `${JSON.stringify(measured, null, 2)}\n`);
  console.log(JSON.stringify(measured, null, 2));
}
