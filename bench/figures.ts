/** The columns of the benchmark and what several runs come to. */

interface Column {
  readonly id: string;
  readonly title: string;
  readonly decimals: number;
}

/** In the order of the table; docs/benchmark.md says what each means. */
const columns = [
  { id: 'calls', title: 'calls', decimals: 0 },
  { id: 'distinct', title: 'distinct', decimals: 0 },
  { id: 'duplicates', title: 'duplicates', decimals: 0 },
  { id: 'throttled', title: 'throttled', decimals: 0 },
  { id: 'lost', title: 'lost', decimals: 0 },
  { id: 'unanswered', title: 'unanswered', decimals: 0 },
  { id: 'inFlight', title: 'max in flight', decimals: 0 },
  { id: 'connections', title: 'connections', decimals: 0 },
  { id: 'beyond', title: 'beyond share', decimals: 0 },
  { id: 'wall', title: 'wall s', decimals: 2 },
  { id: 'bound', title: 'bound s', decimals: 2 },
  { id: 'ratio', title: 'wall / bound', decimals: 2 },
  { id: 'cpu', title: 'CPU s', decimals: 2 },
  { id: 'memory', title: 'peak MB', decimals: 0 },
  { id: 'findings', title: 'findings', decimals: 0 },
  { id: 'json', title: 'JSON MB', decimals: 2 },
  { id: 'html', title: 'HTML MB', decimals: 2 },
  { id: 'gate', title: 'gate busy %', decimals: 0 },
] as const satisfies readonly Column[];

/** The figures of one run; a column that does not apply is missing. */
export type Figures = Partial<Record<(typeof columns)[number]['id'], number>>;

interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export type Spreads = Partial<Record<keyof Figures, Spread>>;

/** Median, least and most of each column over the runs. */
export function spreadsOf(runs: readonly Figures[]): Spreads {
  const spreads: Spreads = {};
  for (const { id, decimals } of columns) {
    const values = runs.flatMap((run) => run[id] ?? []).toSorted((a, b) => a - b);
    const [min] = values;
    const max = values.at(-1);
    if (min === undefined || max === undefined) continue;
    const low = values[Math.floor((values.length - 1) / 2)] ?? min;
    const high = values[Math.ceil((values.length - 1) / 2)] ?? max;
    const round = (value: number) => Number(value.toFixed(decimals));
    spreads[id] = { median: round((low + high) / 2), min: round(min), max: round(max) };
  }
  return spreads;
}

/** A Markdown table: the median, and the range where the runs differ. A column that is empty is left out. */
export function table(rows: readonly { name: string; spreads: Spreads }[]): string {
  const shown = columns.filter(({ id }) => rows.some(({ spreads }) => spreads[id]));
  const lines = rows.map(({ name, spreads }) => [
    name,
    ...shown.map(({ id, decimals }) => cell(spreads[id], decimals)),
  ]);
  const head = ['scenario', ...shown.map(({ title }) => title)];
  const widths = head.map((title, at) =>
    Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${cells.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [row(head), rule, ...lines.map(row)].join('\n');
}

function cell(spread: Spread | undefined, decimals: number): string {
  if (!spread) return '';
  const { median, min, max } = spread;
  const text = median.toFixed(decimals);
  return min === max ? text : `${text} (${min.toFixed(decimals)}..${max.toFixed(decimals)})`;
}
