import * as sdk from '@aws-sdk/client-auto-scaling';
import { z } from 'zod';
import { autoScaling as service } from '../../src/collectors/auto-scaling/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

const group = z.strictObject({
  name: z.string(),
  /** Without any the group starts from a launch configuration. */
  types: z.array(z.string()),
  zones: z.array(z.string()),
  health: z.enum(['EC2', 'ELB']),
});
type Group = z.infer<typeof group>;

const state = z.strictObject({ groups: z.array(group).default([]) });

/** Canned, so that no template and no instance of EC2 has to be there: one group as it should be, and one of old. */
async function plant(site: Site): Promise<void> {
  const good: Group = {
    name: 'nwh-gate-workers',
    types: ['m7g.large', 'm6g.large'],
    zones: ['a', 'b'],
    health: 'ELB',
  };
  const old: Group = { name: 'nwh-legacy-workers', types: [], zones: ['a'], health: 'EC2' };
  await site.set(
    'state',
    autoScaling.state({ [HOME]: { groups: [good] }, [SECOND]: { groups: [old] } }),
  );
  const ids = [
    'autoscaling-group-launch-template',
    'autoscaling-group-load-balancer-health-checks',
    'autoscaling-group-multiple-instance-types',
    'autoscaling-group-multiple-zones',
  ];
  for (const id of ids) {
    site.expect(id, arnOf(HOME, good.name), 'pass');
    site.expect(id, arnOf(SECOND, old.name), 'fail');
  }
}

function arnOf(region: string, name: string): string {
  return `arn:aws:autoscaling:${region}:${ACCOUNT_ID}:autoScalingGroup:0a1b2c3d:autoScalingGroupName/${name}`;
}

function list(name: string, items: readonly string[]): string {
  const members = items.map((item) => `<member>${item}</member>`);
  return `<${name}>${members.join('')}</${name}>`;
}

function start({ name, types }: Group): string {
  if (types.length === 0) return `<LaunchConfigurationName>${name}</LaunchConfigurationName>`;
  const overrides = types.map((type) => `<InstanceType>${type}</InstanceType>`);
  return `<MixedInstancesPolicy><LaunchTemplate>
      <LaunchTemplateSpecification>
        <LaunchTemplateName>${name}</LaunchTemplateName><Version>1</Version>
      </LaunchTemplateSpecification>
      ${list('Overrides', overrides)}
    </LaunchTemplate></MixedInstancesPolicy>`;
}

const autoScaling = emulate({
  service,
  sdk,
  Client: sdk.AutoScalingClient,
  state,
  answers: {
    DescribeAutoScalingGroups: (request, { groups }) => {
      const { region } = request;
      const members = groups.map((each) => {
        const target = `arn:aws:elasticloadbalancing:${region}:${ACCOUNT_ID}:targetgroup/${each.name}/0a1b2c3d4e5f6a7b`;
        const zones = each.zones.map((zone) => `${region}${zone}`);
        const source = `<Identifier>${target}</Identifier><Type>elbv2</Type>`;
        return `<AutoScalingGroupARN>${arnOf(region, each.name)}</AutoScalingGroupARN>
          <AutoScalingGroupName>${each.name}</AutoScalingGroupName>
          ${list('AvailabilityZones', zones)}
          <DesiredCapacity>0</DesiredCapacity>
          ${list('LoadBalancerNames', [])}
          ${list('TargetGroupARNs', [target])}
          ${list('TrafficSources', [source])}
          ${list('Tags', [])}
          <HealthCheckType>${each.health}</HealthCheckType>
          ${start(each)}`;
      });
      return success(request, list('AutoScalingGroups', members));
    },
  },
  plant,
});
export default autoScaling;
