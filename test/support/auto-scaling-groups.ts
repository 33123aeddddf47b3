/** Groups of EC2 Auto Scaling as tests of checks need them. */
import type { Group } from '../../src/collectors/auto-scaling/groups.ts';
import { known } from './observe.ts';

/** A group that has nothing against it, but for what is given. */
export function group(differing: Partial<Group> = {}): Group {
  return {
    arn: 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web',
    type: 'AWS::AutoScaling::AutoScalingGroup',
    name: 'web',
    region: 'eu-west-1',
    startsFrom: known('launch template'),
    zones: known(2),
    instanceTypes: known(2),
    isBehindLoadBalancer: known(true),
    healthChecks: known(['ELB']),
    environment: known(null),
    ...differing,
  };
}
