/** Parquet read back by another program than the one that wrote it. */
import { DuckDBInstance } from '@duckdb/node-api';

/** What DuckDB answers; moments and large numbers as texts. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

export interface Database {
  query(sql: string): Promise<Rows>;
  close(): void;
}

export async function openDatabase(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    query: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The rows of a file, in its order. */
export function rowsOf(database: Database, path: string): Promise<Rows> {
  return database.query(`SELECT * FROM read_parquet('${path}')`);
}
