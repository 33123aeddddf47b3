/** A table as an Apache Parquet file, of types that Athena and DuckDB read alike. */
import type { ByteWriter, SchemaElement } from 'hyparquet-writer';
import { byReference, byValue, type Cell, withAlike } from './held.ts';

/** `texts`: a list. `labels`: texts by name. `moment`: an instant, of milliseconds. */
export type ColumnType = 'text' | 'texts' | 'labels' | 'boolean' | 'moment';

/** An object with these members, in this order. `integer` is one of 32 bits, `long` of 64. */
export interface Members {
  readonly [name: string]: Shape;
}
export type Shape = ColumnType | 'integer' | 'long' | Members;

export interface Column<Row> {
  readonly name: string;
  readonly type: Shape;
  readonly cell: (row: Row) => Cell;
  /** Of an object: members that many rows have alike, beside those of `cell`. */
  readonly alike?: (row: Row) => object | undefined;
  /** Hardly two rows have the same. Not of moments and longs. */
  readonly isOwn?: true;
}

export interface TableOptions {
  /** What wrote it: name and version. */
  readonly createdBy: string;
  /** Rows of a group at most. */
  readonly mostRows: number;
}

/**
 * Rows are written in groups, and a group stands in memory as a whole: `mostRows`, or so many bytes of what its rows have of their
 * own, end it, whichever it reaches first. Readers would rather have large ones; but the writer makes an array of all values that
 * a column has in a group, each element of a list one, and beyond 128 kB (16,000 values) V8 keeps an array among its large
 * objects, whose garbage it finds late.
 */
const mostBytes = 2_000_000;

/** Bytes of a page before it is compressed: what a reader must hold to read one value, and a writer to compress it. */
const pageSize = 100_000;

/** The pieces of the file. */
export async function* parquetOf<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  { createdBy, mostRows }: TableOptions,
): AsyncGenerator<Uint8Array> {
  // Loaded when a table is written: most runs write none.
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  // The writer keeps what it says of each group until the end: least and greatest values would be most of that.
  const file = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    createdBy,
    statistics: false,
  });
  const group = columns.map(({ name, cell, alike, isOwn }) => {
    const own = isOwn ? byValue() : byReference();
    return { name, cell, alike, held: alike ? withAlike(own) : own };
  });
  const put = (rowGroupSize: number) => {
    // The writer asks for the cells of one column after the other. It waits for nothing: its bytes go into memory.
    const columnData = group.map(({ name, held }) => ({
      name,
      // The writer would keep where each page lies until the end; within a group so small nobody skips pages.
      offsetIndex: false,
      get data() {
        return held.cells();
      },
    }));
    void file.write({ columnData, rowGroupSize, pageSize });
    for (const { held } of group) held.clear();
  };
  let count = 0;
  for (const row of rows) {
    let bytes = 0;
    for (const { cell, alike, held } of group) {
      held.push(cell(row), alike?.(row));
      bytes += held.bytes();
    }
    count += 1;
    if (count < mostRows && bytes < mostBytes) continue;
    put(count);
    count = 0;
    yield taken(writer);
  }
  if (count > 0) put(count);
  void file.finish();
  yield taken(writer);
}

/** What was written since the last time. The writer goes on counting where it is in the file. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

/** The columns as Parquet describes them: parquet-format, "LogicalTypes.md". */
function schemaOf(columns: readonly Pick<Column<never>, 'name' | 'type'>[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.flatMap(({ name, type }) => elementsOf(name, type)),
  ];
}

function elementsOf(name: string, type: Shape): readonly SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  if (typeof type === 'object') {
    const members = Object.entries(type);
    return [
      { ...optional, num_children: members.length },
      ...members.flatMap(([member, shape]) => elementsOf(member, shape)),
    ];
  }
  switch (type) {
    case 'text':
      return [{ ...optional, ...utf8 }];
    case 'boolean':
      return [{ ...optional, type: 'BOOLEAN' }];
    case 'integer':
      return [{ ...optional, type: 'INT32' }];
    case 'long':
      return [{ ...optional, type: 'INT64' }];
    case 'moment':
      return [
        {
          ...optional,
          type: 'INT64',
          converted_type: 'TIMESTAMP_MILLIS',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
        },
      ];
    case 'texts':
      return [
        { ...optional, num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', ...utf8 },
      ];
    case 'labels':
      return [
        { ...optional, num_children: 1, converted_type: 'MAP', logical_type: { type: 'MAP' } },
        { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 },
        { name: 'key', repetition_type: 'REQUIRED', ...utf8 },
        { name: 'value', repetition_type: 'REQUIRED', ...utf8 },
      ];
  }
}

const utf8 = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
} as const;
