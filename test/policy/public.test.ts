import { describe, expect, it } from 'vitest';
import { readPublicAccess } from '../../src/policy/public.ts';
import { openRead, policyOf } from './documents.ts';

const ACCOUNT = '111122223333';
const bucket = (...statements: object[]) =>
  readPublicAccess(policyOf(...statements), { service: 's3' });
const queue = (...statements: object[]) =>
  readPublicAccess(policyOf(...statements), { service: 'sqs' });
const send = (fields: object = {}) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 'sqs:SendMessage',
  Resource: '*',
  ...fields,
});
const when = (operator: string, key: string, value: unknown) => ({
  Condition: { [operator]: { [key]: value } },
});

describe('public bucket policies', () => {
  it('S8 a fixed VPC or VPC endpoint makes an open principal non-public', () => {
    expect(bucket(openRead(when('StringEquals', 'aws:SourceVpc', 'vpc-1'))).public).toBe(false);
    expect(bucket(openRead(when('StringEquals', 'aws:SourceVpce', 'vpce-1'))).public).toBe(false);
    expect(bucket(openRead(when('StringLike', 'aws:SourceVpc', 'vpc-*'))).public).toBe(true);
  });

  it('S9 aws:PrincipalOrgID makes it non-public', () => {
    const reading = bucket(openRead(when('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')));
    expect(reading).toMatchObject({ public: false, certain: true });
  });

  it('S11 ForAnyValue:StringLike on aws:PrincipalOrgPaths makes it non-public', () => {
    const paths = when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', [
      'o-a1b2c3d4e5/r-ab12/*',
    ]);
    expect(bucket(openRead(paths)).public).toBe(false);
    const all = when('ForAllValues:StringLike', 'aws:PrincipalOrgPaths', ['o-a1b2c3d4e5/*']);
    expect(bucket(openRead(all)).public).toBe(true);
  });

  it('S12 StringEqualsIgnoreCase on aws:PrincipalOrgID makes it non-public', () => {
    const condition = when('StringEqualsIgnoreCase', 'aws:PrincipalOrgID', 'O-A1B2C3D4E5');
    expect(bucket(openRead(condition)).public).toBe(false);
  });

  it('S14 aws:ResourceAccount restricts nobody', () => {
    expect(bucket(openRead(when('StringEquals', 'aws:ResourceAccount', ACCOUNT))).public).toBe(
      true,
    );
  });

  it('S15 fixed address ranges make it non-public, broad ones and negated ones do not', () => {
    const from = (range: string) => bucket(openRead(when('IpAddress', 'aws:SourceIp', range)));
    expect(from('203.0.113.7/32').public).toBe(false);
    expect(from('8.8.8.8/32').public).toBe(false);
    expect(from('0.0.0.0/0').public).toBe(true);
    expect(from('0.0.0.0/7').public).toBe(true);
    const not = when('NotIpAddress', 'aws:SourceIp', '203.0.113.7/32');
    expect(bucket(openRead(not)).public).toBe(true);
  });

  it.each(['*', { AWS: '*' }, { AWS: ['*'] }, { AWS: [ACCOUNT, '*'] }])(
    'S17 the principal %j is everyone',
    (principal) => {
      expect(bucket(openRead({ Principal: principal })).public).toBe(true);
    },
  );

  it('S18 a condition on aws:SecureTransport alone does not limit who', () => {
    const reading = bucket(openRead(when('Bool', 'aws:SecureTransport', 'true')));
    expect(reading.public).toBe(true);
    expect(reading.statements[0]?.reason).toBe(
      'statement 1 allows s3:GetObject to everyone; aws:securetransport does not say who calls or from where',
    );
  });

  it('S21 s3:Get* to everyone is public read and no write', () => {
    expect(bucket(openRead({ Action: 's3:Get*' })).access).toMatchObject({
      read: true,
      write: false,
    });
  });

  it('S22 delegation to access points of a fixed account is not public at the bucket', () => {
    const delegated = openRead({
      Action: '*',
      ...when('StringEquals', 's3:DataAccessPointAccount', ACCOUNT),
    });
    expect(bucket(delegated)).toMatchObject({ public: false, certain: true });
    const point = readPublicAccess(policyOf(delegated), { service: 's3', holder: 'access-point' });
    expect(point.public).toBe(true);
  });

  it.each([
    's3:PutObject',
    's3:Put*',
    's3:P*',
    's3:*',
    '*',
    's3:?utObject',
    's3:DeleteObject',
    'S3:PUTBUCKETPOLICY',
  ])('counts %s as public write', (action) => {
    expect(bucket(openRead({ Action: action })).access.write).toBe(true);
  });

  it('counts NotAction as write unless it leaves out the writes', () => {
    expect(bucket(openRead({ Action: undefined, NotAction: 's3:GetObject' })).access.write).toBe(
      true,
    );
    const reads = openRead({ Action: undefined, NotAction: ['s3:*', 'sts:*'] });
    expect(bucket(reads).access).toMatchObject({ read: false, write: false });
  });

  it('keeps AWS reading of the Allows beside a Deny, and says that it is not certain', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
    expect(bucket(openRead(), deny)).toMatchObject({
      public: true,
      certain: false,
      access: { read: false, write: false },
    });
  });

  it('takes denied writes out of what the public gets', () => {
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: [
        's3:Put*',
        's3:Delete*',
        's3:Create*',
        's3:Update*',
        's3:Abort*',
        's3:Restore*',
        's3:Repl*',
        's3:B*',
        's3:Obj*',
        's3:Init*',
        's3:T*',
        's3:U*',
      ],
      Resource: '*',
    };
    expect(bucket(openRead({ Action: 's3:*' })).access.write).toBe(true);
    expect(bucket(openRead({ Action: 's3:*' }), deny).access).toMatchObject({
      read: true,
      write: false,
    });
  });

  it('is not certain about a wildcard that stays within one account', () => {
    const condition = when('ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/app-*`);
    expect(bucket(openRead(condition))).toMatchObject({ public: false, certain: false });
  });

  it('names the statement by place and Sid, and prints no more than 64 characters of a hostile Sid', () => {
    const [named] = bucket(openRead({ Sid: 'PublicRead' })).statements;
    expect(named?.reason).toBe('statement 1 (Sid PublicRead) allows s3:GetObject to everyone');
    const [hostile] = bucket(openRead({ Sid: `\u202e\n${'x'.repeat(500)}` })).statements;
    expect(hostile?.reason).toMatch(/^statement 1 \(Sid <U\+202E><U\+000A>x{47}…\) allows/);
  });
});

describe('public policies of other services', () => {
  it('reads the policy that SNS makes by default as not public', () => {
    const topic = {
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['SNS:Publish', 'SNS:Subscribe'],
      Resource: `arn:aws:sns:us-east-1:${ACCOUNT}:alarms`,
      Condition: { StringEquals: { 'AWS:SourceOwner': ACCOUNT } },
    };
    expect(readPublicAccess(policyOf(topic), { service: 'sns' }).public).toBe(false);
  });

  it('reads the root statement of a key as not public, and kms:ViaService as no limit', () => {
    const root = {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: 'kms:*',
      Resource: '*',
    };
    expect(readPublicAccess(policyOf(root), { service: 'kms' }).public).toBe(false);
    const via = {
      ...root,
      Principal: { AWS: '*' },
      ...when('StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com'),
    };
    expect(readPublicAccess(policyOf(via), { service: 'kms' }).public).toBe(true);
    const caller = {
      ...via,
      Condition: {
        StringEquals: {
          'kms:ViaService': 's3.eu-west-1.amazonaws.com',
          'kms:CallerAccount': ACCOUNT,
        },
      },
    };
    expect(readPublicAccess(policyOf(caller), { service: 'kms' }).public).toBe(false);
  });

  it('reads NotPrincipal with Allow as public', () => {
    expect(queue(send({ Principal: undefined, NotPrincipal: { AWS: ACCOUNT } })).public).toBe(true);
  });

  it('reads an ARN whose account is a wildcard as everyone', () => {
    expect(queue(send({ Principal: { AWS: 'arn:aws:iam::*:root' } })).public).toBe(true);
  });

  it('reads services and named accounts as not public', () => {
    expect(queue(send({ Principal: { Service: 'sns.amazonaws.com' } })).public).toBe(false);
    expect(queue(send({ Principal: { AWS: [ACCOUNT, 'AIDAEXAMPLE'] } })).public).toBe(false);
  });

  it('lets a Deny without conditions take the Allow back if it covers it', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' };
    expect(queue(send(), deny).public).toBe(false);
    expect(
      queue(send({ Action: ['sqs:SendMessage', 'sns:Publish'] }), deny).statements[0]?.actions,
    ).toEqual(['sns:Publish']);
    expect(queue(send(), { ...deny, Principal: { AWS: ACCOUNT } }).public).toBe(true);
    expect(queue(send(), { ...deny, Action: 'sqs:DeleteMessage' }).public).toBe(true);
    expect(
      queue(send(), { ...deny, Resource: 'arn:aws:sqs:us-east-1:111122223333:other' }).public,
    ).toBe(true);
    expect(queue(send(), { ...deny, ...when('Bool', 'aws:SecureTransport', 'false') }).public).toBe(
      true,
    );
    expect(queue(send(), { ...deny, Action: undefined, NotAction: 'sqs:GetQueueUrl' }).public).toBe(
      false,
    );
  });

  it('knows by the ARN of the resource that `*` and the ARN are the same thing', () => {
    const arn = `arn:aws:sqs:us-east-1:${ACCOUNT}:jobs`;
    const deny = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: arn };
    const policy = policyOf(send(), deny);
    expect(readPublicAccess(policy, { service: 'sqs', arn }).public).toBe(false);
    expect(readPublicAccess(policy, { service: 'sqs', arn: `${arn}-2` }).public).toBe(true);
  });

  it('lets a Deny take the Allow back that spares nobody but a fixed organisation', () => {
    const deny = (operator: string, value: string) => ({
      Effect: 'Deny',
      Principal: '*',
      Action: '*',
      Resource: '*',
      ...when(operator, 'aws:PrincipalOrgID', value),
    });
    expect(queue(send(), deny('StringNotEquals', 'o-a1b2c3d4e5')).public).toBe(false);
    expect(queue(send(), deny('StringNotLike', 'o-*')).public).toBe(true);
    expect(queue(send(), deny('ForAnyValue:StringNotEquals', 'o-a1b2c3d4e5')).public).toBe(true);
    expect(queue(send(), deny('StringEquals', 'o-a1b2c3d4e5')).public).toBe(true);
  });

  it('needs aws:SourceAccount beside the service principal of S3 on a function', () => {
    const invoke = {
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: '*',
    };
    const read = (statement: object) =>
      readPublicAccess(policyOf(statement), { service: 'lambda' }).public;
    expect(read({ ...invoke, ...when('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::records') })).toBe(
      true,
    );
    expect(read({ ...invoke, ...when('StringEquals', 'AWS:SourceAccount', ACCOUNT) })).toBe(false);
    expect(read({ ...invoke, Principal: { Service: 'events.amazonaws.com' } })).toBe(false);
  });

  it('reads repository policies, which have no Resource', () => {
    const pull = { Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' };
    expect(readPublicAccess(policyOf(pull), { service: 'ecr' })).toMatchObject({
      public: true,
      access: { read: true, write: false },
    });
  });

  it('is not certain about an Allow without a principal', () => {
    expect(queue(send({ Principal: undefined }))).toMatchObject({ public: false, certain: false });
  });

  const sqs = (...statements: object[]) => queue(...statements);
  const none = { read: false, write: false, other: false };

  it('tells all of an open statement', () => {
    expect(sqs(send({ Sid: 'Open', Action: ['sqs:SendMessage', 'sqs:Get*'] }))).toEqual({
      public: true,
      certain: true,
      access: { read: true, write: true, other: false },
      statements: [
        {
          index: 1,
          sid: 'Open',
          actions: ['sqs:SendMessage', 'sqs:Get*'],
          access: { read: true, write: true, other: false },
          takenBack: false,
          reason: 'statement 1 (Sid Open) allows sqs:SendMessage, sqs:Get* to everyone',
        },
      ],
      notes: [],
    });
  });

  it('adds up what open statements give, and says of NotAction what it leaves out', () => {
    const { access, statements } = sqs(
      send({ Action: 'sqs:ReceiveMessage' }),
      send({ Principal: { AWS: ACCOUNT }, Action: 'sqs:*' }),
      send({ Action: undefined, NotAction: ['sqs:*', 's3:*'] }),
      send({ Action: undefined, NotAction: [] }),
    );
    expect(access).toEqual({ read: true, write: true, other: true });
    expect(statements.map(({ reason }) => reason)).toEqual([
      'statement 1 allows sqs:ReceiveMessage to everyone',
      'statement 3 allows everything except sqs:*, s3:* to everyone',
      'statement 4 allows everything except nothing to everyone',
    ]);
    expect(statements[1]?.access).toEqual({ read: false, write: false, other: true });
  });

  it('notes what limits, what a Deny took back, and what names nobody', () => {
    expect(
      sqs(
        send({ Principal: undefined }),
        send(when('StringEquals', 'kms:CallerAccount', ACCOUNT)),
        send({ Action: 'sqs:ReceiveMessage', Sid: 'Back' }),
        { Effect: 'Deny', Principal: '*', Action: 'sqs:Receive*', Resource: '*' },
      ),
    ).toEqual({
      public: false,
      certain: false,
      access: none,
      statements: [],
      notes: [
        'statement 1 names no principal',
        'statement 2 is limited by kms:calleraccount',
        'statement 3 (Sid Back) is open, but a Deny takes all of it back',
      ],
    });
    expect(sqs(send(when('StringEquals', 'kms:CallerAccount', ACCOUNT))).certain).toBe(true);
    const deny = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' };
    expect(sqs(send(), deny)).toMatchObject({ public: false, certain: true });
  });

  it('of a bucket notes the same, counts it as open, and doubts what AWS does not name', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
    const taken = bucket(openRead({ Sid: 'Back' }), deny);
    expect(taken).toEqual({
      public: true,
      certain: false,
      access: none,
      statements: [
        {
          index: 1,
          sid: 'Back',
          actions: ['s3:GetObject'],
          access: none,
          takenBack: true,
          reason: 'statement 1 (Sid Back) allows s3:GetObject to everyone',
        },
      ],
      notes: ['statement 1 (Sid Back) is open, but a Deny takes all of it back'],
    });
    expect(bucket(openRead(when('StringEquals', 'kms:CallerAccount', ACCOUNT)))).toMatchObject({
      public: false,
      certain: false,
      notes: [
        'statement 1 is limited by kms:calleraccount',
        'statement 1: AWS may not count this limit',
      ],
    });
    expect(bucket(openRead(when('StringEquals', 'aws:SourceVpc', 'vpc-1')))).toMatchObject({
      certain: true,
      notes: ['statement 1 is limited by aws:sourcevpc'],
    });
  });

  it('names no more than three conditions that it ignores', () => {
    const { statements } = sqs(
      send({ Condition: { StringEquals: { a: '1', b: '1', c: '1', d: '1' } } }),
    );
    const ignored = (key: string) => `${key} does not say who calls or from where`;
    expect(statements[0]?.reason).toBe(
      `statement 1 allows sqs:SendMessage to everyone; ${ignored('a')}; ${ignored('b')}; ${ignored('c')}`,
    );
  });

  it.each<[object, boolean]>([
    [{}, true],
    [when('StringEquals', 'aws:SourceAccount', ACCOUNT), false],
    [when('StringEquals', 'aws:SourceOrgID', 'o-a1b2c3d4e5'), false],
    [when('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'), true],
    [when('StringEqualsIfExists', 'aws:SourceAccount', ACCOUNT), true],
    [{ Principal: { Service: ['events.amazonaws.com', 's3.amazonaws.com'] } }, true],
    [{ Principal: { AWS: 's3.amazonaws.com' } }, false],
  ])('a function that S3 invokes under %j is open: %s', (fields, open) => {
    const invoke = {
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: '*',
      ...fields,
    };
    const reading = readPublicAccess(policyOf(invoke), { service: 'lambda' });
    expect(reading.statements.map(({ reason }) => reason)).toEqual(
      open
        ? [
            expect.stringContaining(
              'allows lambda:InvokeFunction to Amazon S3 on behalf of any account',
            ),
          ]
        : [],
    );
    expect(readPublicAccess(policyOf(invoke), { service: 'sqs' }).public).toBe(false);
  });

  it('treats statements about another ARN as they are written', () => {
    const arn = `arn:aws:sqs:us-east-1:${ACCOUNT}:jobs`;
    const read = (allow: string, deny: string) =>
      readPublicAccess(
        policyOf(send({ Resource: allow }), {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sqs:*',
          Resource: deny,
        }),
        { service: 'sqs', arn },
      ).public;
    expect(read('*', arn)).toBe(false);
    expect(read(arn, `${arn}*`)).toBe(false);
    expect(read(`${arn}*`, arn)).toBe(false);
    expect(read(arn, `${arn}-2`)).toBe(true);
    expect(read(`${arn}-2`, arn)).toBe(false);
  });

  it('of access points knows what it knows of other policies', () => {
    const point = (fields: object) =>
      readPublicAccess(policyOf(openRead(fields)), { service: 's3', holder: 'access-point' });
    expect(point({}).public).toBe(true);
    expect(point(when('StringEquals', 'aws:SourceVpc', 'vpc-1')).public).toBe(false);
    expect(point(when('StringEquals', 's3:DataAccessPointAccount', ACCOUNT)).public).toBe(true);
    const key = { ...when('StringEquals', 's3:DataAccessPointAccount', ACCOUNT), Action: 'kms:*' };
    expect(readPublicAccess(policyOf(send(key)), { service: 'kms', holder: 'bucket' }).public).toBe(
      true,
    );
  });
});
