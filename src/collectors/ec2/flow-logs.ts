/** Flow logs of VPCs, subnets and network interfaces. */
import { oneOf } from '../../aws/one-of.ts';
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
  /** Records are made but do not reach their destination. */
  readonly deliveryFails: boolean;
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
            records: oneOf(must(log, 'TrafficType'), ['ACCEPT', 'REJECT', 'ALL'], members),
            // Absent until something was delivered, or failed to be: EC2 API reference, "FlowLog".
            deliveryFails: log.DeliverLogsStatus === 'FAILED',
          })),
        };
      },
      { key: ({ id }) => id },
    ),
});

/** By the id of what is recorded, and by its kind: `vpc`, `subnet`, `eni`, … */
export const flowLogsBy = lookupBy(({ resourceId }: FlowLog) => [
  resourceId,
  resourceId.slice(0, Math.max(0, resourceId.indexOf('-'))),
]);
