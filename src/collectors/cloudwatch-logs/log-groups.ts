/** Log groups of CloudWatch Logs, and for how long they keep what is written to them. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeLogGroups } from './operations.ts';

export interface LogGroup extends Resource {
  /** Days; null where events never expire. */
  readonly retention: Observed<number | null>;
  /** Whether it only passes events on, and its retention cannot be set. */
  readonly passesOn: Observed<boolean>;
}

/** The largest page of the operation. */
const groupsPerPage = 50;

const classes = ['STANDARD', 'INFREQUENT_ACCESS', 'ESSENTIALS', 'DELIVERY'] as const;

export const logGroups = defineCollector({
  id: 'cloudwatch-logs.log-groups',
  service: 'cloudwatch',
  scope: 'regional',
  calls: [DescribeLogGroups],
  gather: (aws) =>
    aws.list(
      DescribeLogGroups,
      { limit: groupsPerPage },
      'logGroups',
      (group, members): LogGroup => {
        const { must, observe } = members;
        return {
          // The one without `:*` at its end, as the resource is named elsewhere.
          arn: must(group, 'arn').replace(/:\*$/, ''),
          type: 'AWS::Logs::LogGroup',
          name: must(group, 'logGroupName'),
          region: aws.region,
          // Left out where events never expire: CloudWatch Logs API reference, "LogGroup".
          retention: observe(() => group.retentionInDays ?? null),
          // Left out by Regions that know but one class.
          passesOn: observe(
            () => oneOf(group.logGroupClass ?? 'STANDARD', classes, members) === 'DELIVERY',
          ),
        };
      },
    ),
});
