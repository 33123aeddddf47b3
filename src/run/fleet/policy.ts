import { directoryCalls } from './organization.ts';

interface Roles {
  readonly roleName: string;
  /** Where findings are sent. */
  readonly sendRoleName?: string;
}

/**
 * What whoever scans many accounts may do, as an IAM policy: read the organisation, and assume the role that reads each account,
 * and the one that sends its findings.
 */
export function fleetPolicy({ roleName, sendRoleName }: Roles) {
  const roles = [roleName, ...(sendRoleName === undefined ? [] : [sendRoleName])].map(
    (name) => `arn:*:iam::*:role/${name}`,
  );
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
        Resource: roles.length === 1 ? roles[0] : roles,
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
