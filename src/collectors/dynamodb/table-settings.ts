/** What each DynamoDB table was set to: protection from deletion, its key, and its capacity. */
import type { TableDescription } from '@aws-sdk/client-dynamodb';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeTable } from './operations.ts';
import { tables } from './tables.ts';

export interface TableSettings {
  readonly isProtected: Observed<boolean>;
  readonly key: Observed<TableKey>;
}

/** Whose key encrypts a table. Every table is encrypted. */
export type TableKey =
  /** One of AWS's own, of which the account sees nothing. */
  { readonly kind: 'aws-owned' } | { readonly kind: 'kms'; readonly arn: string };

export const tableSettings = defineCollector({
  id: 'dynamodb.table-settings',
  service: 'dynamodb',
  scope: 'regional',
  calls: [DescribeTable],
  needs: { tables },
  gather: (aws, given): Promise<PerResource<TableSettings>> =>
    perResource(given.tables.items, ({ name: TableName }) =>
      aws.get(DescribeTable, { TableName }, (answer, members): TableSettings => {
        const table = members.must(answer, 'Table');
        return {
          isProtected: members.field(table, 'DeletionProtectionEnabled'),
          key: members.observe(() => keyOf(table, members)),
        };
      }),
    ),
});

/** Left out for the AWS owned key: Amazon DynamoDB developer guide, "Managing encrypted tables". */
function keyOf({ SSEDescription: sse }: TableDescription, members: Members): TableKey {
  if (sse === undefined) return { kind: 'aws-owned' };
  const states = ['ENABLING', 'ENABLED', 'DISABLING', 'DISABLED', 'UPDATING'] as const;
  const state = oneOf(members.must(sse, 'Status'), states, members);
  if (state === 'DISABLED' || state === 'DISABLING') return { kind: 'aws-owned' };
  const { SSEType } = sse;
  if (SSEType !== undefined && oneOf(SSEType, ['AES256', 'KMS'], members) === 'AES256') {
    return { kind: 'aws-owned' };
  }
  return { kind: 'kms', arn: members.must(sse, 'KMSMasterKeyArn') };
}
