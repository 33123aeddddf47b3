import check from '../../../checks/eks/cluster-audit-logging.ts';
import { controlPlaneLogs } from '../../../src/collectors/eks/clusters.ts';
import { testCheck } from '../../support/check-tester.ts';
import { eksCluster } from '../../support/eks.ts';
import { known, unreadable } from '../../support/observe.ts';

const all = { types: [...controlPlaneLogs] };

testCheck(check, {
  pass: [
    {
      name: 'the audit log is on',
      resource: eksCluster({ logs: known(['audit', 'api']) }),
      reasons: ['written: audit, api'],
    },
    {
      name: 'all are on, as the owner wants',
      resource: eksCluster({ logs: known(controlPlaneLogs) }),
      params: all,
    },
  ],
  fail: [
    {
      name: 'nothing is on, as in a new cluster',
      resource: eksCluster(),
      reasons: ['not written: audit'],
      severity: 'medium',
    },
    { name: 'another log is on', resource: eksCluster({ logs: known(['api']) }) },
    {
      name: 'the audit log is on, and the owner wants all',
      resource: eksCluster({ logs: known(['audit', 'api']) }),
      params: all,
      reasons: ['not written: authenticator, controllerManager, scheduler'],
    },
  ],
  unknown: [
    { name: 'the cluster may not be described', resource: eksCluster({ logs: unreadable() }) },
  ],
});
