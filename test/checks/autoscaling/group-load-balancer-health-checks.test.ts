import check from '../../../checks/autoscaling/group-load-balancer-health-checks.ts';
import { group } from '../../support/auto-scaling-groups.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'it heeds the load balancer', resource: group() },
    {
      name: 'it heeds the load balancer among others',
      resource: group({ healthChecks: known(['EBS', 'ELB']) }),
    },
  ],
  fail: [
    {
      name: 'it heeds EC2 alone',
      resource: group({ healthChecks: known(['EC2']) }),
      reasons: ['EC2 alone'],
    },
  ],
  unknown: [
    {
      name: 'it is not told whether a load balancer is there',
      resource: group({ isBehindLoadBalancer: unreadable() }),
    },
    { name: 'its health checks are not told', resource: group({ healthChecks: unreadable() }) },
  ],
  'not-applicable': [
    {
      name: 'no load balancer stands before it',
      resource: group({
        isBehindLoadBalancer: known(false),
        healthChecks: known(['EC2']),
      }),
    },
  ],
});
