/** Users, groups, roles and managed policies as the collectors give them. */
import type {
  AttachedPolicy,
  IamRole,
  Identity,
  InlinePolicy,
  ManagedPolicy,
} from '../../src/collectors/iam/authorization-details.ts';
import { holdersAmong, type PolicyHolders } from '../../src/collectors/iam/policy-holders.ts';
import { policyOf } from '../policy/documents.ts';
import { account } from './check-tester.ts';
import { known, listing } from './observe.ts';

export function awsPolicy(name: string): AttachedPolicy {
  return { arn: `arn:aws:iam::aws:policy/${name}`, name };
}

export function iamUser(name: string, fields: Partial<Identity> = {}): Identity {
  return {
    arn: `arn:aws:iam::${account}:user/${name}`,
    type: 'AWS::IAM::User',
    name,
    region: 'global',
    attached: known([]),
    inline: known([]),
    groups: known([]),
    boundary: known(null),
    ...fields,
  };
}

export function iamGroup(name: string, ...attached: readonly AttachedPolicy[]): Identity {
  return {
    arn: `arn:aws:iam::${account}:group/${name}`,
    type: 'AWS::IAM::Group',
    name,
    region: 'global',
    attached: known(attached),
    inline: known([]),
    groups: known([]),
    boundary: known(null),
  };
}

/** A policy that is written into an identity. */
export function inlinePolicy(name: string, ...statements: object[]): InlinePolicy {
  return { name, document: known(policyOf(...statements)) };
}

export function iamRole(name: string, fields: Partial<IamRole> = {}): IamRole {
  return {
    arn: `arn:aws:iam::${account}:role/${name}`,
    type: 'AWS::IAM::Role',
    name,
    region: 'global',
    attached: known([]),
    inline: known([]),
    groups: known([]),
    boundary: known(null),
    trust: known(trusting({ Service: 'ec2.amazonaws.com' })),
    profiles: known([]),
    ...fields,
  };
}

/** A trust policy with one Allow; the fields given replace those of the statement. */
export function trusting(principal: object | '*', fields: object = {}) {
  return policyOf({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...fields });
}

export function managedPolicy(author: 'aws' | 'customer', ...statements: object[]): ManagedPolicy {
  const name = author === 'aws' ? 'AdministratorAccess' : 'team';
  return {
    arn: `arn:aws:iam::${author === 'aws' ? 'aws' : account}:policy/${name}`,
    type: 'AWS::IAM::ManagedPolicy',
    name,
    region: 'global',
    author,
    document: known(policyOf(...statements)),
    attachments: known(1),
    boundaryUses: known(0),
  };
}

/** The attachments of those identities and of nobody else. */
export function heldBy(...identities: readonly Identity[]): PolicyHolders {
  return holdersAmong([listing(...identities)]);
}
