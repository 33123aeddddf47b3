import { describe, expect, it } from 'vitest';
import { LIMITING_KEYS } from '../../src/policy/condition-keys.ts';
import { readLimits } from '../../src/policy/conditions.ts';
import type { PolicyKind } from '../../src/policy/conditions.ts';
import { openRead, policyOf } from './documents.ts';

function limits(condition: object, kind: PolicyKind = 'other') {
  const [statement] = policyOf(openRead({ Condition: condition })).statements;
  return readLimits(statement?.conditions ?? [], kind);
}

const ORG = 'o-a1b2c3d4e5';
const ACCOUNT = '111122223333';

describe('conditions that limit who calls or from where', () => {
  it.each([
    ['StringEquals', 'aws:PrincipalOrgID', ORG],
    ['StringEqualsIgnoreCase', 'aws:PrincipalOrgID', ORG],
    ['StringLike', 'aws:PrincipalOrgID', [ORG, 'o-zzzzzzzzzz']],
    ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', `${ORG}/r-ab12/ou-ab12-11111111/*`],
    ['StringEquals', 'aws:PrincipalAccount', ACCOUNT],
    ['ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/*`],
    ['StringLike', 'aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/*`],
    ['StringEquals', 'AWS:SourceOwner', ACCOUNT],
    ['StringEquals', 'aws:SourceAccount', ACCOUNT],
    ['ArnEquals', 'aws:SourceArn', `arn:aws:sns:*:${ACCOUNT}:*`],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::records'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::records/*'],
    ['StringEquals', 'aws:SourceVpc', 'vpc-1234'],
    ['StringEquals', 'aws:SourceVpce', 'vpce-1234'],
    ['IpAddress', 'aws:SourceIp', '203.0.113.7/32'],
    ['IpAddress', 'aws:SourceIp', ['8.8.8.8', '198.51.100.0/24', '2001:db8::/32']],
    ['IpAddress', 'aws:SourceIp', ['10.0.0.0/8', 'fd00::/8']],
    ['StringEquals', 'kms:CallerAccount', ACCOUNT],
    ['StringLike', 'aws:userid', 'AROAEXAMPLEROLEIDX:*'],
  ])('%s %s %j limits', (operator, key, value) => {
    expect(limits({ [operator]: { [key]: value } })).toMatchObject({
      limited: true,
      keys: [key.toLowerCase()],
    });
  });

  it.each([
    ['StringEqualsIfExists', 'aws:PrincipalOrgID', ORG],
    ['ForAllValues:StringLike', 'aws:PrincipalOrgPaths', `${ORG}/*`],
    ['StringNotEquals', 'aws:PrincipalOrgID', ORG],
    ['Null', 'aws:PrincipalOrgID', 'false'],
    ['StringLike', 'aws:PrincipalOrgID', 'o-*'],
    ['StringLike', 'aws:PrincipalOrgID', [ORG, '*']],
    ['StringEquals', 'aws:PrincipalOrgID', []],
    ['StringEquals', 'aws:PrincipalOrgID', ''],
    ['StringLike', 'aws:PrincipalOrgPaths', `${ORG}*`],
    ['StringEquals', 'aws:PrincipalAccount', '${aws:PrincipalAccount}'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/admin'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::11112222333?:role/admin'],
    ['StringLike', 'aws:PrincipalArn', `arn:*:iam::${ACCOUNT}:role/admin`],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::records-*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:us-east-1:*:topic'],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/0'],
    ['IpAddress', 'aws:SourceIp', ['203.0.113.7/32', '0.0.0.0/1']],
    ['IpAddress', 'aws:SourceIp', '2000::/16'],
    ['IpAddress', 'aws:SourceIp', 'not-an-address'],
    ['NotIpAddress', 'aws:SourceIp', '203.0.113.7/32'],
    ['IpAddress', 'aws:VpcSourceIp', '10.0.0.0/24'],
    ['StringEquals', 'aws:ResourceAccount', ACCOUNT],
    ['Bool', 'aws:SecureTransport', 'true'],
    ['StringEquals', 'aws:Referer', 'https://example.com'],
    ['StringEquals', 'aws:username', 'alice'],
    ['StringEquals', 'aws:PrincipalTag/team', 'blue'],
    ['StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com'],
    ['StringEquals', 'lambda:FunctionUrlAuthType', 'NONE'],
    ['StringEquals', 'sts:ExternalId', 'shared-with-us'],
  ])('%s %s %j does not limit', (operator, key, value) => {
    const reading = limits({ [operator]: { [key]: value } });
    expect(reading.limited).toBe(false);
    expect(reading.ignored).toHaveLength(1);
  });

  it('does not let ranges that are narrow one by one add up to the Internet', () => {
    const blocks = Array.from({ length: 128 }, (_, at) => `${at}.0.0.0/8`);
    expect(limits({ IpAddress: { 'aws:SourceIp': blocks } }).limited).toBe(false);
    expect(limits({ IpAddress: { 'aws:SourceIp': blocks.slice(0, 4) } }).limited).toBe(true);
  });

  it('counts IfExists and ForAllValues beside a Null condition that demands the key', () => {
    const present = { Null: { 'aws:PrincipalOrgID': 'false' } };
    const organization = { StringEqualsIfExists: { 'aws:PrincipalOrgID': ORG } };
    expect(limits({ ...organization, ...present }).limited).toBe(true);
    expect(limits({ ...organization, Null: { 'aws:PrincipalOrgID': 'true' } }).limited).toBe(false);
    expect(limits({ ...organization, Null: { 'aws:SourceVpc': 'false' } }).limited).toBe(false);
  });

  it('knows the external id in trust policies, and access points in bucket policies, alone', () => {
    const externalId = { StringEquals: { 'sts:ExternalId': 'shared-with-us' } };
    expect(limits(externalId, 'trust').limited).toBe(true);
    const accessPoint = {
      StringLike: { 's3:DataAccessPointArn': `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/*` },
    };
    expect(limits(accessPoint, 'bucket')).toMatchObject({ limited: true, byLetter: true });
    expect(limits(accessPoint, 'access-point').limited).toBe(false);
  });

  it('prints no condition value', () => {
    const reading = limits({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'hunter2' } });
    expect(JSON.stringify(reading)).not.toContain('hunter2');
  });

  it('names a source for every key', () => {
    for (const [name, { source }] of LIMITING_KEYS) {
      expect(name).toBe(name.toLowerCase());
      expect(source).not.toBe('');
    }
  });
});
