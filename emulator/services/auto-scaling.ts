import * as sdk from '@aws-sdk/client-auto-scaling';
import { z } from 'zod';
import { autoScaling as service } from '../../src/collectors/auto-scaling/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

const state = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), hasTemplate: z.boolean() })).default([]),
});

/** Canned, so that no template and no instance of EC2 has to be there: one group of a template, one of a configuration. */
async function plant(site: Site): Promise<void> {
  await site.set(
    'state',
    autoScaling.state({
      [HOME]: { groups: [{ name: 'nwh-gate-workers', hasTemplate: true }] },
      [SECOND]: { groups: [{ name: 'nwh-legacy-workers', hasTemplate: false }] },
    }),
  );
  const id = 'autoscaling-group-launch-template';
  site.expect(id, arnOf(HOME, 'nwh-gate-workers'), 'pass');
  site.expect(id, arnOf(SECOND, 'nwh-legacy-workers'), 'fail');
}

function arnOf(region: string, name: string): string {
  return `arn:aws:autoscaling:${region}:${ACCOUNT_ID}:autoScalingGroup:0a1b2c3d:autoScalingGroupName/${name}`;
}

const autoScaling = emulate({
  service,
  sdk,
  Client: sdk.AutoScalingClient,
  state,
  answers: {
    DescribeAutoScalingGroups: (request, { groups }) => {
      const members = groups.map(({ name, hasTemplate }) => {
        const template = `<LaunchTemplate><LaunchTemplateName>${name}</LaunchTemplateName><Version>1</Version></LaunchTemplate>`;
        const configuration = `<LaunchConfigurationName>${name}</LaunchConfigurationName>`;
        return `<member>
          <AutoScalingGroupARN>${arnOf(request.region, name)}</AutoScalingGroupARN>
          <AutoScalingGroupName>${name}</AutoScalingGroupName>
          <AvailabilityZones><member>${request.region}a</member></AvailabilityZones>
          <DesiredCapacity>0</DesiredCapacity>
          ${hasTemplate ? template : configuration}
        </member>`;
      });
      return success(request, `<AutoScalingGroups>${members.join('')}</AutoScalingGroups>`);
    },
  },
  plant,
});
export default autoScaling;
