import { directoryCalls } from './organization.ts';

/** What whoever scans many accounts may do, as an IAM policy: list them, and assume the role that reads each. */
export function fleetPolicy(roleName: string) {
  const actions = directoryCalls
    .map(({ action }) => action)
    .filter((action) => action.startsWith('organizations:'));
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'SrmScanListAccounts',
        Effect: 'Allow',
        Action: [...new Set(actions)].toSorted((a, b) => (a < b ? -1 : 1)),
        Resource: '*',
      },
      {
        Sid: 'SrmScanAssumeRoles',
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Resource: `arn:*:iam::*:role/${roleName}`,
      },
    ],
  };
}
