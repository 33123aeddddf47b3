/** Markdown tables of figures that are measured by themselves. */

type Value = string | number;

/** A column for each member, a row for each element. */
export function columnTable(rows: readonly object[]): string {
  const [first = {}] = rows;
  return tableOf(
    Object.keys(first),
    rows.map((row) => Object.values(row)),
  );
}

/** A row for each figure, a column for each map; where one does not have a figure the cell is empty. */
export function rowTable(columns: readonly ReadonlyMap<string, number>[]): string {
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const [head = [], ...rows] = names.map((name) => [
    name,
    ...columns.map((column) => column.get(name) ?? ''),
  ]);
  return tableOf(head.map(shown), rows);
}

function tableOf(head: readonly string[], rows: readonly (readonly Value[])[]): string {
  const line = (cells: readonly Value[]) => `| ${cells.map(shown).join(' | ')} |`;
  return [line(head), line(head.map(() => '--:')), ...rows.map(line)].join('\n');
}

function shown(value: Value): string {
  return typeof value === 'number' ? value.toLocaleString('en-GB') : value;
}
