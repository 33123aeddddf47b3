/** Managed nodes: EC2 instances on which the agent of Systems Manager answered, and machines that are no EC2 instances. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeInstanceInformation } from './operations.ts';

/** The largest page of the operation. */
const nodesPerPage = 50;

export interface ManagedNode extends Resource {
  /** `i-...` of EC2, or `mi-...` of a machine elsewhere. */
  readonly nodeId: string;
  /** How the agent stands: `Inactive` is what AWS documents for what has been lost for long, or was stopped. */
  readonly ping: Observed<(typeof pings)[number]>;
}

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_InstanceInformation.html */
const pings = ['Online', 'ConnectionLost', 'Inactive'] as const;

export const managedNodes = defineCollector({
  id: 'systems-manager.managed-nodes',
  service: 'systems-manager',
  scope: 'regional',
  calls: [DescribeInstanceInformation],
  gather: (aws) =>
    aws.list(
      DescribeInstanceInformation,
      { MaxResults: nodesPerPage },
      'InstanceInformationList',
      (node, members): ManagedNode => {
        const nodeId = members.must(node, 'InstanceId');
        const isInstance = nodeId.startsWith('i-');
        const place = `${aws.region}:${aws.account}`;
        return {
          arn: isInstance
            ? `arn:${aws.partition}:ec2:${place}:instance/${nodeId}`
            : `arn:${aws.partition}:ssm:${place}:managed-instance/${nodeId}`,
          type: isInstance ? 'AWS::EC2::Instance' : 'AWS::SSM::ManagedInstance',
          name: nodeId,
          region: aws.region,
          nodeId,
          ping: members.observe(() => oneOf(members.must(node, 'PingStatus'), pings, members)),
        };
      },
    ),
});

export const managedNodesById = lookupBy(({ nodeId }: ManagedNode) => nodeId);
