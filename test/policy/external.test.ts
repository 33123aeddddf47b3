import { describe, expect, it } from 'vitest';
import {
  accountsLetIn,
  letsInByCanonicalId,
  readExternalGrants,
} from '../../src/policy/external.ts';
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

  const sparing: [string, object, readonly string[]][] = [
    ['its organisation', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, [OTHER]],
    ['it', { StringNotEquals: { 'aws:PrincipalAccount': [OWN, OTHER] } }, [OTHER]],
    ['its roles', { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/*` } }, [OTHER]],
    ['a network', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, [OTHER]],
    ['an endpoint', { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } }, [OTHER]],
    ['an access point', { StringNotEquals: { 's3:DataAccessPointAccount': OWN } }, [OTHER]],
    ['any account', { StringNotLike: { 'aws:PrincipalAccount': ['1*', OWN] } }, [OTHER]],
    ['transport that is encrypted', { Bool: { 'aws:SecureTransport': 'false' } }, [OTHER]],
    [
      'whoever has the key',
      { 'ForAnyValue:StringNotEquals': { 'aws:PrincipalAccount': OWN } },
      [OTHER],
    ],
    ['the own account', { StringNotEquals: { 'aws:PrincipalAccount': OWN } }, []],
    ['the own roles', { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${OWN}:role/*` } }, []],
    [
      'the own account and services',
      {
        StringNotEquals: { 'aws:PrincipalAccount': OWN },
        Bool: { 'aws:PrincipalIsAWSService': 'false' },
      },
      [],
    ],
    [
      'the own account in a network',
      {
        StringNotEquals: { 'aws:PrincipalAccount': OWN },
        NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
      },
      [OTHER],
    ],
  ];
  it.each(sparing)('knows whether a Deny that spares %s takes it from an account', (_, c, left) => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: c };
    const named = openRead({ Principal: { AWS: OTHER }, Action: 's3:*' });
    expect(grants(named, deny).flatMap(({ accounts: ids }) => ids)).toEqual(left);
    expect(accountsLetIn(policyOf(named, deny), OWN)).toEqual(left);
    const pinned = { StringEquals: { 'aws:PrincipalAccount': OTHER } };
    const everyone = openRead({ Action: 's3:*', Condition: pinned });
    expect(accountsLetIn(policyOf(everyone, deny), OWN)).toEqual(left);
  });

  it.each<[string, object, readonly string[]]>([
    ['all but it', { NotPrincipal: { AWS: [OWN, `arn:aws:iam::${OTHER}:root`] } }, [OTHER]],
    ['all but a role of it', { NotPrincipal: { AWS: `arn:aws:iam::${OTHER}:role/a` } }, [OTHER]],
    ['all but the own', { NotPrincipal: { AWS: `arn:aws:iam::${OWN}:root` } }, []],
    ['it, by id', { Principal: { AWS: OTHER } }, []],
    ['it, by ARN', { Principal: { AWS: `arn:aws:iam::${OTHER}:root` } }, []],
    ['a role of it', { Principal: { AWS: `arn:aws:iam::${OTHER}:role/a` } }, [OTHER]],
    ['another', { Principal: { AWS: '777788889999' } }, [OTHER]],
  ])('knows whether a Deny of %s takes it from an account', (_, whom, left) => {
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: '*', ...whom };
    const named = openRead({ Principal: { AWS: OTHER }, Action: 's3:*' });
    expect(grants(named, deny).flatMap(({ accounts: ids }) => ids)).toEqual(left);
    expect(accountsLetIn(policyOf(named, deny), OWN)).toEqual(left);
  });

  it('tells accounts apart of which a Deny takes a part', () => {
    const third = '777788889999';
    const deny = { Effect: 'Deny', Principal: { AWS: OTHER }, Action: control[0], Resource: '*' };
    const named = openRead({ Principal: { AWS: [OTHER, third] }, Action: 's3:*' });
    expect(grants(named, deny).map(({ accounts: ids, actions }) => [ids, actions])).toEqual([
      [[OTHER], control.slice(1)],
      [[third], control],
    ]);
  });

  it('takes a Deny of another account for no grant', () => {
    const fields = { Principal: { AWS: OTHER }, Action: 's3:*' };
    expect(grants(openRead({ ...fields, Effect: 'Deny' }))).toEqual([]);
  });

  it('is not pinned by a condition that spares an account, or fixes none', () => {
    for (const Condition of [
      { StringNotEquals: { 'aws:PrincipalAccount': OTHER } },
      { StringLike: { 'aws:PrincipalAccount': [OTHER, '*'] } },
    ]) {
      const [grant] = grants(openRead({ Action: 's3:*', Condition }));
      expect(grant).toMatchObject({ accounts: [], reason: expect.stringContaining('everyone') });
    }
  });

  it('knows the keys that only the policy of a bucket has', () => {
    const Condition = { StringNotEquals: { 's3:DataAccessPointAccount': OWN } };
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition };
    expect(grants(openRead({ Action: 's3:*' }), deny)).toEqual([]);
  });

  const THIRD = '777788889999';
  const open = (Condition?: object) =>
    openRead({ Action: 's3:*', ...(Condition && { Condition }) });
  const reached = (Condition: object) =>
    grants(open(Condition)).map(({ accounts, reason }) => ({ accounts, reason }));
  const all = 's3:DeleteBucketPolicy, s3:PutBucketAcl, s3:PutBucketPolicy';
  const everyone = (limits: string) => [
    { accounts: [], reason: `statement 1 allows ${all} to everyone${limits}` },
  ];
  const accounts = (...ids: string[]) => [
    { accounts: ids, reason: `statement 1 allows ${all} to account ${ids.join(', ')}` },
  ];

  it.each<[string, object, ReturnType<typeof reached>]>([
    ['nothing', { Bool: { 'aws:SecureTransport': 'true' } }, everyone('')],
    ['one other', { StringEquals: { 'aws:PrincipalAccount': OTHER } }, accounts(OTHER)],
    [
      'two, sorted',
      { StringEquals: { 'aws:PrincipalAccount': [THIRD, OTHER, OWN, OTHER] } },
      accounts(OTHER, THIRD),
    ],
    ['own', { StringEquals: { 'aws:PrincipalAccount': OWN } }, []],
    [
      'what both conditions let in',
      {
        StringEquals: { 'aws:PrincipalAccount': [OTHER, THIRD], 'aws:SourceAccount': [THIRD, OWN] },
      },
      accounts(THIRD),
    ],
    [
      'nobody, where conditions exclude each other',
      { StringEquals: { 'aws:PrincipalAccount': OTHER, 'aws:SourceAccount': THIRD } },
      [],
    ],
    [
      'an ARN',
      { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/*` } },
      accounts(OTHER),
    ],
    [
      'an ARN and a unique id',
      { StringEquals: { 'aws:PrincipalArn': [`arn:aws:iam::${OTHER}:role/a`, 'AROAEXAMPLE'] } },
      everyone(' limited by aws:principalarn'),
    ],
    ['any account', { StringLike: { 'aws:PrincipalAccount': '*' } }, everyone('')],
    [
      'an account that need not be there',
      { StringEqualsIfExists: { 'aws:SourceAccount': OWN } },
      everyone(''),
    ],
    [
      'F35 an account that is always there',
      { StringEqualsIfExists: { 'aws:PrincipalAccount': OTHER } },
      accounts(OTHER),
    ],
    [
      'an account that Null demands',
      {
        StringEqualsIfExists: { 'aws:PrincipalAccount': OTHER },
        Null: { 'aws:PrincipalAccount': 'false' },
      },
      accounts(OTHER),
    ],
    [
      'an organisation',
      { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      everyone(' limited by aws:principalorgid'),
    ],
    ['the owner of the key', { StringEquals: { 'kms:CallerAccount': OTHER } }, accounts(OTHER)],
    ['an access point', { StringEquals: { 's3:DataAccessPointAccount': OTHER } }, accounts(OTHER)],
    ['a source', { StringEquals: { 'aws:SourceOwner': OTHER } }, accounts(OTHER)],
    [
      'an access point by ARN',
      { ArnLike: { 's3:DataAccessPointArn': `arn:aws:s3:eu-west-1:${OTHER}:accesspoint/*` } },
      accounts(OTHER),
    ],
    [
      'a source VPC',
      { StringEquals: { 'aws:SourceVpc': OTHER } },
      everyone(' limited by aws:sourcevpc'),
    ],
    [
      'the account of the endpoint',
      { StringEquals: { 'aws:VpceAccount': OTHER } },
      everyone(' limited by aws:vpceaccount'),
    ],
  ])('reads what a condition pins everyone to: %s', (_what, condition, expected) => {
    expect(reached(condition)).toEqual(expected);
  });

  it('counts named principals, whatever conditions say of their account', () => {
    const named = openRead({
      Sid: 'Give',
      Principal: { AWS: [THIRD, `arn:aws:iam::${OTHER}:user/a`, OWN, 'AIDAEXAMPLE'] },
      Action: 's3:PutBucketAcl',
      Condition: { StringEquals: { 'aws:PrincipalAccount': OWN } },
    });
    expect(grants(openRead({ Action: 's3:PutBucketAcl' }), named)).toMatchObject([
      { index: 1, accounts: [], actions: ['s3:PutBucketAcl'] },
      {
        index: 2,
        sid: 'Give',
        accounts: [OTHER, THIRD],
        reason: `statement 2 (Sid Give) allows s3:PutBucketAcl to account ${OTHER}, ${THIRD}`,
      },
    ]);
    expect(grants(openRead({ Principal: { CanonicalUser: OTHER }, Action: 's3:*' }))).toEqual([]);
    expect(grants(openRead({ Principal: undefined, Action: 's3:*' }))).toEqual([]);
    expect(grants({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' })).toEqual([]);
    const spared = openRead({ Principal: undefined, NotPrincipal: { AWS: OTHER }, Action: 's3:*' });
    expect(grants(spared)[0]?.accounts).toEqual([]);
  });
});

describe('accountsLetIn', () => {
  const letIn = (...statements: object[]) => accountsLetIn(policyOf(...statements), OWN);
  const third = '777788889999';

  it('has each other account that is named, by id or ARN, once', () => {
    const AWS = [OTHER, `arn:aws:iam::${third}:role/audit`, `arn:aws:iam::${OWN}:root`];
    expect(
      letIn(openRead({ Principal: { AWS } }), openRead({ Principal: { AWS: OTHER } })),
    ).toEqual([OTHER, third]);
  });

  it('has those that a condition pins everyone to, and nobody of an organisation', () => {
    const pinned = (key: string, value: string) =>
      openRead({ Condition: { StringEquals: { [key]: value } } });
    expect(letIn(pinned('aws:PrincipalAccount', OTHER))).toEqual([OTHER]);
    expect(letIn(pinned('aws:PrincipalOrgID', 'o-a1b2c3d4e5'))).toEqual([]);
    expect(letIn(openRead({}))).toEqual([]);
  });

  it('has those that are named beside everyone, and those that pins leave of all but some', () => {
    expect(letIn(openRead({ Principal: { AWS: ['*', OTHER] } }))).toEqual([OTHER]);
    const Condition = { StringEquals: { 'aws:PrincipalAccount': OTHER } };
    const spared = { Principal: undefined, NotPrincipal: { AWS: OWN } };
    expect(letIn(openRead({ ...spared, Condition }))).toEqual([OTHER]);
    expect(letIn(openRead(spared))).toEqual([]);
  });

  it('cannot tell the account of a canonical user id', () => {
    const byId = { Principal: { CanonicalUser: '79a59df900b949e55d96a1e698fbaced' } };
    expect(letsInByCanonicalId(policyOf(openRead(byId)))).toBe(true);
    expect(letsInByCanonicalId(policyOf(openRead({ ...byId, Effect: 'Deny' })))).toBe(false);
    expect(letsInByCanonicalId(policyOf(openRead({ Principal: { AWS: OTHER } })))).toBe(false);
  });

  it('has no service, and nobody whom a Deny takes everything', () => {
    expect(letIn(openRead({ Principal: { Service: 'sns.amazonaws.com' } }))).toEqual([]);
    const named = openRead({ Principal: { AWS: OTHER } });
    expect(letIn(named, openRead({ Effect: 'Deny', Action: 's3:*' }))).toEqual([]);
    expect(letIn(named, openRead({ Effect: 'Deny', Action: 's3:PutObject' }))).toEqual([OTHER]);
  });
});
