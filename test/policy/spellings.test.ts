/** F38: a policy that says the same thing in other letters gets the same verdict. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePolicy, type Policy } from '../../src/policy/document.ts';
import { readExternalGrants } from '../../src/policy/external.ts';
import { readFullAdmin } from '../../src/policy/full-admin.ts';
import { readPublicAccess } from '../../src/policy/public.ts';
import { readTrust } from '../../src/policy/trust.ts';
import { runs } from '../support/property-runs.ts';

const OWN = '111122223333';
const OTHER = '444455556666';
const GITHUB = 'token.actions.githubusercontent.com';

/** Every way in which one thing may be written; the first is the plain one. */
type Spellings = readonly unknown[];

const listOrNot = (value: string): Spellings => [value, [value], [value, value]];
const principals: readonly Spellings[] = [
  [{ AWS: '*' }, '*', { AWS: ['*'] }, { AWS: ['*', '*'] }],
  [OTHER, `arn:aws:iam::${OTHER}:root`].flatMap((AWS) => [{ AWS }, { AWS: [AWS] }]),
  // A role and its sessions: which of them is another question than whose they are.
  [
    { AWS: `arn:aws:iam::${OTHER}:role/app` },
    { AWS: [`arn:aws:iam::${OTHER}:role/team/app`] },
    { AWS: `arn:aws:sts::${OTHER}:assumed-role/app/session` },
  ],
  [
    `arn:aws:iam::${OWN}:oidc-provider/${GITHUB}`,
    `arn:aws:iam::${OWN}:oidc-provider/${GITHUB.toUpperCase()}`,
    `arn:aws:iam::${OWN}:oidc-provider/${GITHUB}/`,
  ].map((Federated) => ({ Federated })),
];
const actions: readonly Spellings[] = [
  ['*', '*:*', '**', ['*']],
  ['s3:PutBucketPolicy', 'S3:putbucketpolicy', ['s3:PutBucketPolicy']],
  ['sts:AssumeRole*', 'STS:ASSUMEROLE**', ['sts:AssumeRole*', 'sts:AssumeRole']],
];
const resources: readonly Spellings[] = [
  listOrNot('*'),
  ['arn:aws:s3:::records/*', ['arn:aws:s3:::records/**']],
];
const conditions: readonly Spellings[] = [
  [undefined, {}],
  [
    { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    { ipaddress: { 'AWS:sourceip': ['203.0.113.7/24'] } },
    { IpAddress: { 'aws:SourceIp': ['203.0.113.0/25', '203.0.113.128/25'] } },
  ],
  [
    { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } },
    { IpAddress: { 'aws:SourceIp': '2001:0DB8:0000:0000:0000:0000:0000:0001/32' } },
  ],
  [{ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, { IpAddress: { 'aws:SourceIp': '10.1.2.3/0' } }],
  [
    { StringEquals: { 'aws:PrincipalAccount': OTHER } },
    { stringequals: { 'AWS:PRINCIPALACCOUNT': [OTHER] } },
    { StringEquals: { 'aws:PrincipalAccount': Number(OTHER) } },
    { StringLike: { 'aws:principalaccount': OTHER } },
  ],
  [
    { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/*` } },
    { ArnEquals: { 'aws:principalarn': [`arn:aws:iam::${OTHER}:role/**`] } },
  ],
  [
    { Bool: { 'aws:SecureTransport': 'false' } },
    { bool: { 'aws:securetransport': false } },
    { Bool: { 'AWS:SecureTransport': ['False'] } },
  ],
  [
    { StringLike: { [`${GITHUB}:sub`]: 'repo:acme/*' } },
    { StringLike: { [`${GITHUB.toUpperCase()}:SUB`]: ['repo:acme/**'] } },
    { StringLike: { [`${GITHUB}/:sub`]: 'repo:acme/*' } },
  ],
];

interface Spelled {
  readonly plain: unknown;
  readonly other: unknown;
}

function spelled(things: readonly Spellings[]): fc.Arbitrary<Spelled> {
  return fc
    .constantFrom(...things)
    .chain((spellings) =>
      fc.constantFrom(...spellings).map((other) => ({ plain: spellings[0], other })),
    );
}

const statement = fc
  .record({
    Effect: fc.constantFrom<Spelled>(
      { plain: 'Allow', other: 'Allow' },
      { plain: 'Deny', other: 'Deny' },
    ),
    Principal: spelled(principals),
    Action: spelled(actions),
    Resource: spelled(resources),
    Condition: spelled(conditions),
  })
  .map((fields) => ({ plain: written(fields, 'plain'), other: written(fields, 'other') }));

function written(fields: Readonly<Record<string, Spelled>>, how: keyof Spelled): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value[how]]));
}

it('F38 an account, an address range, a list or a letter written otherwise changes no verdict', () => {
  fc.assert(
    fc.property(
      fc.array(statement, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (statements, isEncoded) => {
        const plain = statements.map((each) => each.plain);
        const other = statements.map((each) => each.other);
        const alone = other.length === 1 ? other[0] : other;
        const text = JSON.stringify({ Version: '2012-10-17', Statement: alone });
        expect(verdicts(read(isEncoded ? encodeURIComponent(text) : text))).toEqual(
          verdicts(read(JSON.stringify({ Statement: plain }))),
        );
      },
    ),
    { numRuns: runs(1000) },
  );
});

function read(text: string): Policy {
  const parsed = parsePolicy(text);
  if (!parsed.ok) expect.unreachable(parsed.fault);
  return parsed.policy;
}

/** What is found, without the words that quote the policy. */
function verdicts(policy: Policy) {
  const bucket = readPublicAccess(policy, { service: 's3' });
  const key = readPublicAccess(policy, { service: 'kms' });
  const trust = readTrust(policy);
  const grants = readExternalGrants(policy, {
    account: OWN,
    actions: ['s3:PutBucketPolicy', 's3:PutBucketAcl'],
  });
  return {
    bucket: [bucket.public, bucket.certain, bucket.access, bucket.statements.length],
    key: [key.public, key.statements.map(({ index }) => index)],
    trust: [trust.open, trust.accounts, trust.statements.map(({ index }) => index)],
    grants: grants.map(({ index, actions: given, accounts }) => [index, given, accounts]),
    admin: readFullAdmin(policy).verdict,
  };
}
