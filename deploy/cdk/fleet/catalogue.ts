/** The findings of all runs as a table of Athena: a database of AWS Glue, a workgroup, and queries that are ready. */
import { readdirSync, readFileSync } from 'node:fs';
import { Aws, CfnParameter, type Stack } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { findingColumns } from '../../../reports/parquet/findings.ts';
import { resultsIn, type Storage, tableIn } from './functions.ts';

const queries = new URL('../../queries/', import.meta.url);

/** Bytes that one query may read: some 100,000,000 findings of all columns, for 0.05 USD. */
const mostBytes = 10_000_000_000;

/** By type of a column of findings.parquet. Athena user guide, "Data types in Amazon Athena". */
const types = {
  text: 'string',
  texts: 'array<string>',
  labels: 'map<string,string>',
  boolean: 'boolean',
  moment: 'timestamp',
} as const;

export interface Catalogue {
  readonly workGroup: string;
  readonly database: string;
}

export function catalogueOf(stack: Stack, storage: Storage): Catalogue {
  const database = new CfnParameter(stack, 'DatabaseName', {
    type: 'String',
    description: 'Name of the database of the findings in AWS Glue.',
    default: 'srm_scan',
    allowedPattern: '^[a-z0-9_]{1,128}$',
  }).valueAsString;
  const made = new CfnDatabase(stack, 'Catalogue', {
    catalogId: Aws.ACCOUNT_ID,
    databaseInput: { name: database, description: 'What srm-scan found' },
  });
  const table = tableOf(stack, database, tableIn(storage));
  table.addResourceDependency(made);
  const workGroup = workGroupOf(stack, storage);
  for (const name of readdirSync(queries).filter((file) => file.endsWith('.sql')))
    queryOf(stack, name.replace(/\.sql$/, ''), database, workGroup).addResourceDependency(table);
  return { workGroup: workGroup.name, database };
}

/**
 * Partitions are days, which Athena reckons out by itself, so that no crawler has to find them. The folder of each account is
 * below: Athena reads what is below a partition, and takes the account from the column. As a partition it would have to be
 * listed here, account by account, or be named in every query. Athena user guide, "Supported types for partition projection".
 */
function tableOf(stack: Stack, databaseName: string, location: string): CfnTable {
  return new CfnTable(stack, 'Findings', {
    catalogId: Aws.ACCOUNT_ID,
    databaseName,
    tableInput: {
      name: 'findings',
      description: 'A row for each finding of each scan: docs/formats.md of srm-scan',
      tableType: 'EXTERNAL_TABLE',
      partitionKeys: [{ name: 'date', type: 'string', comment: 'Day of the run, in UTC' }],
      parameters: {
        EXTERNAL: 'TRUE',
        classification: 'parquet',
        'projection.enabled': 'true',
        'projection.date.type': 'date',
        'projection.date.format': 'yyyy-MM-dd',
        // As long as the bucket keeps them.
        'projection.date.range': 'NOW-2YEARS,NOW',
        'projection.date.interval': '1',
        'projection.date.interval.unit': 'DAYS',
        'storage.location.template': `${location}date=\${date}/`,
      },
      storageDescriptor: {
        location,
        columns: findingColumns.map(({ name, type }) => ({ name, type: types[type] })),
        inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
        serdeInfo: {
          serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
        },
      },
    },
  });
}

function workGroupOf(stack: Stack, storage: Storage): CfnWorkGroup {
  return new CfnWorkGroup(stack, 'Queries', {
    name: Aws.STACK_NAME,
    description: 'Queries over the findings of srm-scan',
    recursiveDeleteOption: true,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: mostBytes,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      resultConfiguration: {
        outputLocation: resultsIn(storage),
        expectedBucketOwner: Aws.ACCOUNT_ID,
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: storage.key.keyArn },
      },
    },
  });
}

/** What its file says in the first line is its description. */
function queryOf(
  stack: Stack,
  name: string,
  database: string,
  workGroup: CfnWorkGroup,
): CfnNamedQuery {
  const queryString = readFileSync(new URL(`${name}.sql`, queries), 'utf8');
  const id = name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const query = new CfnNamedQuery(stack, `Query${id}`, {
    name,
    description: queryString.split('\n')[0]?.replace(/^-- /, ''),
    database,
    workGroup: workGroup.name,
    queryString,
  });
  query.addResourceDependency(workGroup);
  return query;
}
