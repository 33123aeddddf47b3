import { directoryCalls } from './organization.ts';

/** What whoever scans many accounts may do, as an IAM policy: read the organisation, and assume the role that reads each account. */
export function fleetPolicy(roleName: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'SrmScanReadOrganization',
        Effect: 'Allow',
        Action: organizationActions(),
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

/** To list the accounts, and to read what the organisation knows. Who one is needs no permission. */
export function organizationActions(): readonly string[] {
  const actions = directoryCalls
    .map(({ action }) => action)
    .filter((action) => !action.startsWith('sts:'));
  return [...new Set(actions)].toSorted((a, b) => (a < b ? -1 : 1));
}
