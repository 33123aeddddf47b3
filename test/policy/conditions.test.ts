import { describe, expect, it } from 'vitest';
import { LIMITING_KEYS } from '../../src/policy/condition-keys.ts';
import {
  demandedKeys,
  needsKey,
  readLimits,
  sparesOnlyFixed,
} from '../../src/policy/conditions.ts';
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

  // [key, a value that is fixed, whether AWS names the key in its rule for buckets]
  it.each<[string, string, boolean]>([
    ['aws:PrincipalOrgID', ORG, true],
    ['aws:PrincipalOrgPaths', `${ORG}/*`, true],
    ['aws:PrincipalAccount', ACCOUNT, true],
    ['aws:PrincipalArn', `arn:aws:iam::${ACCOUNT}:role/x`, true],
    ['aws:PrincipalServiceName', 's3.amazonaws.com', true],
    ['aws:SourceArn', 'arn:aws:s3:::records', true],
    ['aws:SourceVpc', 'vpc-1', true],
    ['aws:SourceVpce', 'vpce-1', true],
    ['aws:SourceOwner', ACCOUNT, true],
    ['aws:SourceAccount', ACCOUNT, true],
    ['aws:userid', 'AROAEXAMPLEROLEIDX:me', true],
    ['aws:SourceOrgID', ORG, false],
    ['aws:SourceOrgPaths', `${ORG}/*`, false],
    ['aws:SourceVpcArn', `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc/vpc-1`, false],
    ['aws:VpceAccount', ACCOUNT, false],
    ['aws:VpceOrgID', ORG, false],
    ['aws:VpceOrgPaths', `${ORG}/*`, false],
    ['kms:CallerAccount', ACCOUNT, false],
    ['s3:DataAccessPointAccount', ACCOUNT, true],
    ['s3:DataAccessPointArn', `arn:aws:s3:eu-west-1:${ACCOUNT}:accesspoint/x`, true],
  ])('%s limits buckets, by the letter of AWS or not', (key, value, byLetter) => {
    const reading = limits({ StringLike: { [key]: value } }, 'bucket');
    expect(reading).toEqual({ limited: true, byLetter, keys: [key.toLowerCase()], ignored: [] });
  });

  it('AWS counts an address range, and no wildcard, as fixed by the letter', () => {
    expect(limits({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }).byLetter).toBe(true);
    const role = { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/*` } };
    expect(limits(role)).toMatchObject({ limited: true, byLetter: false });
    const both = { ...role, StringEquals: { 'aws:SourceAccount': ACCOUNT } };
    expect(limits(both)).toMatchObject({
      byLetter: true,
      keys: ['aws:principalarn', 'aws:sourceaccount'],
    });
  });

  it.each<[string, object, string[]]>([
    [
      'another subject',
      { Bool: { 'aws:SecureTransport': 'true' } },
      ['aws:securetransport does not say who calls or from where'],
    ],
    [
      'another kind of policy',
      { StringEquals: { 'sts:ExternalId': 'x' } },
      ['sts:externalid does not say who calls or from where'],
    ],
    [
      'a negation',
      { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
      ['the condition on aws:sourcevpc lets in all but a few'],
    ],
    [
      'Null',
      { Null: { 'aws:SourceVpc': 'false' } },
      ['the condition on aws:sourcevpc lets in all but a few'],
    ],
    [
      'IfExists',
      { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } },
      ['the condition on aws:sourcevpc also holds for requests without the key'],
    ],
    [
      'ForAllValues',
      { 'ForAllValues:StringEquals': { 'aws:SourceVpc': 'vpc-1' } },
      ['the condition on aws:sourcevpc also holds for requests without the key'],
    ],
    [
      'a wide value',
      { StringLike: { 'aws:SourceVpc': '*' } },
      ['the value for aws:sourcevpc is not fixed or too wide'],
    ],
  ])('says why it ignores %s', (_what, condition, ignored) => {
    expect(limits(condition)).toEqual({ limited: false, byLetter: false, keys: [], ignored });
  });

  const conditionsOf = (condition: object) =>
    policyOf(openRead({ Condition: condition })).statements[0]?.conditions ?? [];

  it.each<[object, boolean]>([
    [{ Null: { 'aws:SourceVpc': 'false' } }, true],
    [{ Null: { 'AWS:SourceVPC': false } }, true],
    [{ null: { 'aws:SourceVpc': ['False', 'false'] } }, true],
    [{ Null: { 'aws:SourceVpc': ['false', 'true'] } }, false],
    [{ Null: { 'aws:SourceVpc': 'true' } }, false],
    [{ Null: { 'aws:SourceVpc': [] } }, false],
    [{ 'ForAnyValue:Null': { 'aws:SourceVpc': 'false' } }, false],
    [{ 'ForAllValues:Null': { 'aws:SourceVpc': 'false' } }, false],
    [{ Bool: { 'aws:SourceVpc': 'false' } }, false],
    [{ Null: { 'aws:SourceVpce': 'false' } }, false],
  ])('%j demands aws:SourceVpc: %s', (condition, expected) => {
    const demanded = demandedKeys(conditionsOf(condition));
    expect(demanded.has('aws:sourcevpc')).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['StringEquals', true],
    ['StringEqualsIfExists', false],
    ['ForAllValues:StringEquals', false],
    ['ForAllValues:StringEqualsIfExists', false],
    ['ForAnyValue:StringEquals', true],
    ['ForAnyValue:StringEqualsIfExists', false],
  ])('%s needs its key: %s', (operator, expected) => {
    const [condition] = conditionsOf({ [operator]: { 'aws:SourceVpc': 'vpc-1' } });
    if (!condition) return expect.unreachable('the statement has one condition');
    expect(needsKey(condition, new Set())).toBe(expected);
    expect(needsKey(condition, new Set(['aws:sourcevpc']))).toBe(true);
    expect(needsKey(condition, new Set(['aws:sourcevpce']))).toBe(expected);
  });

  const fixed = { StringNotEquals: { 'aws:PrincipalOrgID': ORG } };
  it.each<[object, boolean]>([
    [fixed, true],
    [{ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORG } }, true],
    [{ 'ForAllValues:StringNotEquals': { 'aws:PrincipalOrgID': ORG } }, true],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:PrincipalOrgID': ORG } }, false],
    [{ StringEquals: { 'aws:PrincipalOrgID': ORG } }, false],
    [{ StringNotLike: { 'aws:PrincipalOrgID': 'o-*' } }, false],
    [{ StringNotEquals: { 'aws:PrincipalOrgID': [] } }, false],
    [{ StringNotEquals: { 'aws:PrincipalTag/team': 'blue' } }, false],
    [{ StringNotEquals: { 'aws:PrincipalOrgID': ORG, 'aws:SourceVpc': 'vpc-1' } }, true],
    [{ StringNotLike: { 'aws:PrincipalOrgID': ORG, 'aws:SourceVpc': '*' } }, false],
    // F34: no VPC has an asterisk for its id, so nobody is spared by it.
    [{ StringNotEquals: { 'aws:PrincipalOrgID': ORG, 'aws:SourceVpc': '*' } }, true],
    [{ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, true],
    [{ NotIpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, false],
    [{ ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/*` } }, true],
    [{ ...fixed, Bool: { 'aws:PrincipalIsAWSService': 'false' } }, true],
    [{ ...fixed, Bool: { 'aws:PrincipalIsAWSService': ['true', 'FALSE'] } }, true],
    [{ ...fixed, Bool: { 'aws:PrincipalIsAWSService': 'true' } }, false],
    [{ ...fixed, 'ForAnyValue:Bool': { 'aws:PrincipalIsAWSService': 'false' } }, false],
    [{ ...fixed, StringEquals: { 'aws:PrincipalIsAWSService': 'false' } }, false],
    [{ ...fixed, Bool: { 'aws:SecureTransport': 'false' } }, false],
    [{ Bool: { 'aws:PrincipalIsAWSService': 'false' } }, false],
    [{}, false],
  ])('a Deny under %j spares none but fixed callers: %s', (condition, expected) => {
    expect(sparesOnlyFixed(conditionsOf(condition), 'other')).toBe(expected);
  });
});
