import { describe, expect, it } from 'vitest';
import { readExternalGrants } from '../../src/policy/external.ts';
import { openRead, policyOf } from './documents.ts';

const OWN = '111122223333';
const OTHER = '444455556666';
const control = ['s3:DeleteBucketPolicy', 's3:PutBucketAcl', 's3:PutBucketPolicy'];
const grants = (...statements: object[]) =>
  readExternalGrants(policyOf(...statements), { account: OWN, actions: control });

describe('readExternalGrants', () => {
  it('finds another account with control of the bucket, also by wildcard', () => {
    expect(
      grants(openRead({ Principal: { AWS: `arn:aws:iam::${OTHER}:root` }, Action: 's3:Put*' })),
    ).toEqual([
      {
        index: 1,
        sid: undefined,
        actions: ['s3:PutBucketAcl', 's3:PutBucketPolicy'],
        accounts: [OTHER],
        reason: `statement 1 allows s3:PutBucketAcl, s3:PutBucketPolicy to account ${OTHER}`,
      },
    ]);
  });

  it('finds everyone, unless a condition pins callers to the own account', () => {
    const open = openRead({ Action: 's3:*' });
    expect(grants(open)).toHaveLength(1);
    const pinned = (account: string) => ({
      ...open,
      Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
    });
    expect(grants(pinned(OWN))).toEqual([]);
    expect(grants(pinned(OTHER))[0]?.accounts).toEqual([OTHER]);
    const organization = {
      ...open,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    };
    expect(grants(organization)[0]?.reason).toContain('everyone limited by aws:principalorgid');
  });

  it('finds nothing in reads, own principals, services and what is denied again', () => {
    expect(grants(openRead())).toEqual([]);
    expect(
      grants(openRead({ Principal: { AWS: `arn:aws:iam::${OWN}:role/app` }, Action: 's3:*' })),
    ).toEqual([]);
    expect(
      grants(openRead({ Principal: { Service: 'logging.s3.amazonaws.com' }, Action: 's3:*' })),
    ).toEqual([]);
    const deny = { Effect: 'Deny', Principal: '*', Action: control, Resource: '*' };
    expect(grants(openRead({ Principal: { AWS: OTHER }, Action: 's3:*' }), deny)).toEqual([]);
  });
});
