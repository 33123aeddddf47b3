import check from '../../../checks/autoscaling/group-launch-template.ts';
import type { Group } from '../../../src/collectors/auto-scaling/groups.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const group = (startsFrom: Group['startsFrom']): Group => ({
  arn: 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web',
  type: 'AWS::AutoScaling::AutoScalingGroup',
  name: 'web',
  region: 'eu-west-1',
  startsFrom,
});

testCheck(check, {
  pass: [{ name: 'it has a launch template', resource: group(known('launch template')) }],
  fail: [
    {
      name: 'it has a launch configuration',
      resource: group(known('launch configuration')),
      reasons: ['launch configuration'],
    },
  ],
  unknown: [{ name: 'it names neither', resource: group(unreadable('failed')) }],
});
