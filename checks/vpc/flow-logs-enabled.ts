import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { type FlowLog, flowLogs, flowLogsBy } from '../../src/collectors/ec2/flow-logs.ts';
import { subnets, subnetsByVpc, vpcs } from '../../src/collectors/ec2/vpcs.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { all, any } from '../../src/observe/logic.ts';
import type { Read } from '../../src/observe/observed.ts';

const orBySubnets = subsetOf('flow logs of every subnet pass as well');

export default defineCheck({
  id: 'vpc-flow-logs-enabled',
  title: 'Flow logs record at least the rejected traffic of the VPC',
  severity: 'medium',
  responsibility: 'vpc.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '3.7': orBySubnets },
    'cis-aws-6.0': { '4.7': orBySubnets },
    'cis-aws-7.0': { '4.7': orBySubnets },
    'aws-fsbp': { 'EC2.6': orBySubnets },
  },
  why: 'Without flow logs there is no record of who tried to reach what, neither to notice an attack nor to find out later how far it went.',
  fix: 'Create a flow log for the VPC that records rejected or all traffic, with a destination that it may write to.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
  remedy: {
    console: 'VPC, Your VPCs, the VPC, Flow logs, Create flow log, filter Reject or All.',
    cli: `aws ec2 create-flow-logs --resource-type VPC --resource-ids VPC --traffic-type REJECT \\
  --log-destination-type s3 --log-destination arn:aws:s3:::LOG_BUCKET`,
    terraform: `resource "aws_flow_log" "this" {
  vpc_id               = aws_vpc.this.id
  traffic_type         = "REJECT"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.logs.arn
}`,
  },

  evaluates: vpcs,
  needs: { flowLogs, subnets },

  evaluate({ vpcId }, { read, flowLogs: logs, subnets: allSubnets }) {
    const isRecorded = (id: string) =>
      read.some(flowLogsBy(logs, id), (log) => faultOf(log, read) === undefined);
    const byVpc = () => isRecorded(vpcId);
    const bySubnets = () =>
      all(
        () => read.some(flowLogsBy(logs, 'subnet'), () => true),
        () => {
          const own = read.list(subnetsByVpc(allSubnets, vpcId));
          return own.length > 0 && own.every(({ subnetId }) => isRecorded(subnetId));
        },
      );
    if (any(byVpc, bySubnets)) {
      const by = ifKnown(byVpc) ? 'a flow log of the VPC' : 'flow logs of all its subnets';
      return pass(`rejected traffic is recorded by ${by}`);
    }

    const faults = flowLogsBy(logs, vpcId).items.flatMap((log) => faultOf(log, read) ?? []);
    if (faults.length > 0) return fail(...faults);
    return fail('the VPC has no flow log, and flow logs of subnets do not cover all of them');
  },
});

/** Why a flow log does not do what is asked of it; undefined where it does. */
function faultOf(log: FlowLog, read: Read): string | undefined {
  const { isActive, records, deliveryError } = read(log.state);
  if (!isActive) return `${log.id} is not active`;
  if (records === 'ACCEPT') return `${log.id} records accepted traffic only`;
  if (deliveryError !== null) return `${log.id} fails to deliver what it records: ${deliveryError}`;
  return undefined;
}
