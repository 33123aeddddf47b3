/**
 * The known ways in which an identity raises its own rights: what it must be allowed to do, and on what. Facts from
 * public research, each with its source; the words are ours. Left out are ways through services that take no new
 * customers (AWS CodeStar, AWS Data Pipeline, Glue development endpoints), and such as need a secret or a network path beside
 * the permissions.
 */

import { boundaries, type EscalationPath, on, pathfinding, rhino } from './escalation-terms.ts';
import { serviceEscalations } from './service-escalations.ts';

export const escalationPaths: readonly EscalationPath[] = [
  {
    gains: 'writes a new version of a policy',
    steps: on('its policies', 'iam:CreatePolicyVersion'),
    source: rhino,
  },
  {
    gains: 'goes back to an earlier version of a policy, which may allow more',
    steps: on('its policies', 'iam:SetDefaultPolicyVersion'),
    source: rhino,
  },
  {
    gains: 'attaches any policy to itself',
    steps: on('itself', 'iam:AttachUserPolicy'),
    of: 'user',
    source: rhino,
  },
  {
    gains: 'writes a policy into itself',
    steps: on('itself', 'iam:PutUserPolicy'),
    of: 'user',
    source: rhino,
  },
  {
    gains: 'attaches any policy to its group',
    steps: on('its groups', 'iam:AttachGroupPolicy'),
    of: 'user',
    source: rhino,
  },
  {
    gains: 'writes a policy into its group',
    steps: on('its groups', 'iam:PutGroupPolicy'),
    of: 'user',
    source: rhino,
  },
  {
    gains: 'joins any group',
    steps: on('every group', 'iam:AddUserToGroup'),
    of: 'user',
    source: rhino,
  },
  {
    gains: 'attaches any policy to itself',
    steps: on('itself', 'iam:AttachRolePolicy'),
    of: 'role',
    source: rhino,
  },
  {
    gains: 'writes a policy into itself',
    steps: on('itself', 'iam:PutRolePolicy'),
    of: 'role',
    source: rhino,
  },
  {
    gains: 'attaches any policy to a role and takes that role',
    steps: on('every role', 'iam:AttachRolePolicy', 'sts:AssumeRole'),
    source: rhino,
  },
  {
    gains: 'writes a policy into a role and takes that role',
    steps: on('every role', 'iam:PutRolePolicy', 'sts:AssumeRole'),
    source: rhino,
  },
  {
    // A trust policy that names the identity itself is enough to take the role: sts:AssumeRole is not needed.
    gains: 'lets itself into any role',
    steps: on('every role', 'iam:UpdateAssumeRolePolicy'),
    source: pathfinding('iam-012'),
  },
  {
    gains: 'makes an access key of any user',
    steps: on('every user', 'iam:CreateAccessKey'),
    source: rhino,
  },
  {
    gains: 'gives any user a password',
    steps: on('every user', 'iam:CreateLoginProfile'),
    source: rhino,
  },
  {
    gains: 'changes the password of any user',
    steps: on('every user', 'iam:UpdateLoginProfile'),
    source: rhino,
  },
  {
    gains: 'takes off its own permissions boundary',
    steps: on('itself', 'iam:DeleteUserPermissionsBoundary'),
    of: 'user',
    ofBounded: true,
    source: boundaries,
  },
  {
    gains: 'replaces its own permissions boundary',
    steps: on('itself', 'iam:PutUserPermissionsBoundary'),
    of: 'user',
    ofBounded: true,
    source: boundaries,
  },
  {
    gains: 'takes off its own permissions boundary',
    steps: on('itself', 'iam:DeleteRolePermissionsBoundary'),
    of: 'role',
    ofBounded: true,
    source: boundaries,
  },
  {
    gains: 'replaces its own permissions boundary',
    steps: on('itself', 'iam:PutRolePermissionsBoundary'),
    of: 'role',
    ofBounded: true,
    source: boundaries,
  },
  ...serviceEscalations,
];
