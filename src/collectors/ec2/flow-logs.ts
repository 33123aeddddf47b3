/** Flow logs of VPCs, subnets and network interfaces. */
import type { FlowLog as AnswerLog } from '@aws-sdk/client-ec2';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import type { Observed } from '../../observe/observed.ts';
import { pageSize } from './ec2-resource.ts';
import { DescribeFlowLogs } from './operations.ts';

export interface FlowLog {
  readonly id: string;
  /** Id of the VPC, subnet, interface or transit gateway whose traffic is recorded. */
  readonly resourceId: string;
  readonly state: Observed<FlowLogState>;
}

export interface FlowLogState {
  readonly isActive: boolean;
  readonly records: 'ACCEPT' | 'REJECT' | 'ALL';
  /** Why records are made but do not reach their destination, in AWS's words; null where they do. */
  readonly deliveryError: string | null;
}

export const flowLogs = defineCollector({
  id: 'vpc.flow-logs',
  service: 'vpc',
  scope: 'regional',
  calls: [DescribeFlowLogs],
  gather: (aws) =>
    aws.list(
      DescribeFlowLogs,
      { MaxResults: pageSize },
      'FlowLogs',
      (log, members): FlowLog => {
        const { must, observe } = members;
        return {
          id: must(log, 'FlowLogId'),
          resourceId: must(log, 'ResourceId'),
          state: observe(() => ({
            isActive: must(log, 'FlowLogStatus') === 'ACTIVE',
            // Those of transit gateways have none, and are nobody's who asks about a VPC.
            records: oneOf(must(log, 'TrafficType'), ['ACCEPT', 'REJECT', 'ALL'], members),
            deliveryError: deliveryErrorOf(log, members),
          })),
        };
      },
      { key: ({ id }) => id },
    ),
});

/**
 * The status is absent until something was delivered, or failed to be, and where it was not updated yet, beside an error
 * that is there already: EC2 API reference, "FlowLog".
 */
function deliveryErrorOf(log: AnswerLog, members: Members): string | null {
  const { DeliverLogsStatus: status, DeliverLogsErrorMessage: message } = log;
  if (status !== undefined && oneOf(status, ['SUCCESS', 'FAILED'], members) === 'SUCCESS')
    return null;
  if (message) return message;
  return status === undefined ? null : 'DeliverLogsStatus is FAILED';
}

/** By the id of what is recorded, and by its kind: `vpc`, `subnet`, `eni`, … */
export const flowLogsBy = lookupBy(({ resourceId }: FlowLog) => [
  resourceId,
  resourceId.slice(0, Math.max(0, resourceId.indexOf('-'))),
]);
