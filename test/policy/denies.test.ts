import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourcesOf, setTouches } from '../../src/policy/coverage.ts';
import { denialBy, publicDenies } from '../../src/policy/denies.ts';
import { workUpTo } from '../../src/policy/work.ts';
import { openRead, policyOf } from './documents.ts';
import { runs } from '../support/property-runs.ts';

const NAMES = ['s3:GetObject', 's3:GetObjectAcl', 's3:PutObject', 'iam:PutRolePolicy', 'a:bcd'];
const PLACES = ['arn:aws:s3:::records', 'arn:aws:s3:::records/a', 'arn:aws:s3:::other/b'];
const action = fc.constantFrom(
  ...NAMES,
  '*',
  's3:*',
  's3:Get*',
  '*:Put*',
  'a*',
  's3:?etObject',
  's*',
);
const resource = fc.constantFrom(...PLACES, '*', 'arn:aws:s3:::records*', 'arn:aws:s3:::*/?', '?*');
const some = (one: fc.Arbitrary<string>) => fc.array(one, { minLength: 1, maxLength: 3 });
const element = (name: string, one: fc.Arbitrary<string>): fc.Arbitrary<object> =>
  fc.oneof(
    some(one).map((values) => ({ [name]: values })),
    some(one).map((values) => ({ [`Not${name}`]: values })),
  );
const statement = (Effect: string): fc.Arbitrary<object> =>
  fc
    .tuple(element('Action', action), element('Resource', resource))
    .map(([actions, resources]) => ({ Effect, Principal: '*', ...actions, ...resources }));

function left(allow: object, ...denies: object[]) {
  const [first, ...others] = policyOf(allow, ...denies).statements;
  if (!first) return expect.unreachable('a policy has the statements that were put in');
  return denialBy(others, workUpTo()).of(first);
}

describe('what Denies leave of an Allow', () => {
  it('is at least what no Deny takes', () => {
    fc.assert(
      fc.property(
        statement('Allow'),
        fc.array(statement('Deny'), { maxLength: 4 }),
        (allow, denies) => {
          const [allowed, ...denied] = policyOf(allow, ...denies).statements;
          if (!allowed) return;
          const applies = ({ actions, ...of }: typeof allowed, name: string, place: string) =>
            setTouches(actions, name.toLowerCase()) &&
            setTouches(resourcesOf({ actions, ...of }), place);
          const given = NAMES.filter((name) =>
            PLACES.some(
              (place) =>
                applies(allowed, name, place) && !denied.some((deny) => applies(deny, name, place)),
            ),
          );
          const { has } = denialBy(denied, workUpTo()).of(allowed);
          expect(given.filter((name) => !has(name.toLowerCase()))).toEqual([]);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  const deny = (fields: object) => openRead({ Effect: 'Deny', Resource: '*', ...fields });

  it.each<[string, object, object[], string[]]>([
    ['no Deny', { Action: ['s3:GetObject', 's3:PutObject'] }, [], ['s3:GetObject', 's3:PutObject']],
    ['one of two', { Action: ['s3:GetObject', 's3:PutObject'] }, [deny({})], ['s3:PutObject']],
    ['a wider Deny', { Action: 's3:GetObject' }, [deny({ Action: 's3:Get*' })], []],
    ['a narrower Deny', { Action: 's3:Get*' }, [deny({})], ['s3:Get*']],
    [
      'a Deny of other things',
      { Action: 's3:GetObject' },
      [deny({ NotAction: 's3:Put*', Action: undefined })],
      [],
    ],
    [
      'a Deny of all but this',
      { Action: 's3:GetObject' },
      [deny({ NotAction: 's3:G*', Action: undefined })],
      ['s3:GetObject'],
    ],
    [
      'a Deny on half of the resources',
      { Resource: ['a', 'b'] },
      [deny({ Resource: 'a' })],
      ['s3:GetObject'],
    ],
    [
      'two Denies on a half each',
      { Resource: ['a', 'b'] },
      [deny({ Resource: 'a' }), deny({ Resource: 'b' })],
      [],
    ],
    [
      'two Denies on a half each, one of another action',
      { Resource: ['a', 'b'] },
      [deny({ Resource: 'a' }), deny({ Resource: 'b', Action: 's3:PutObject' })],
      ['s3:GetObject'],
    ],
    [
      'a Deny on all but one',
      { Resource: ['a', 'b'] },
      [deny({ Resource: undefined, NotResource: 'c' })],
      [],
    ],
    [
      'a Deny on all but it',
      { Resource: ['a', 'b'] },
      [deny({ Resource: undefined, NotResource: 'b' })],
      ['s3:GetObject'],
    ],
    [
      'the same NotResource',
      { Resource: undefined, NotResource: 'a*' },
      [deny({ Resource: undefined, NotResource: 'ab' })],
      [],
    ],
    [
      'a wider NotResource',
      { Resource: undefined, NotResource: 'ab' },
      [deny({ Resource: undefined, NotResource: 'a*' })],
      ['s3:GetObject'],
    ],
    [
      'two Denies that only together are all',
      { Resource: undefined, NotResource: 'a' },
      [deny({ Resource: 'b*' }), deny({ Resource: undefined, NotResource: 'b*' })],
      ['s3:GetObject'],
    ],
    ['a word that is no action', { Action: ['a*', 'b'] }, [deny({ Action: '*' })], []],
    [
      'a word that is no action under NotAction',
      { Action: ['a*', 'b'] },
      [deny({ NotAction: 's3:*', Action: undefined })],
      [],
    ],
    [
      'NotAction under a Deny of all',
      { Action: undefined, NotAction: 's3:Put*' },
      [deny({ Action: '*' })],
      [],
    ],
    [
      'NotAction under a Deny of much',
      { Action: undefined, NotAction: 's3:Put*' },
      [deny({ Action: 's3:*' })],
      ['s3:Put*'],
    ],
    [
      'NotAction under less of a NotAction',
      { Action: undefined, NotAction: 's3:Put*' },
      [deny({ Action: undefined, NotAction: 's3:PutObject' })],
      [],
    ],
    [
      'NotAction under more of a NotAction',
      { Action: undefined, NotAction: 's3:PutObject' },
      [deny({ Action: undefined, NotAction: 's3:Put*' })],
      ['s3:PutObject'],
    ],
    [
      'NotAction under a Deny of all elsewhere',
      { Action: undefined, NotAction: 's3:Put*' },
      [deny({ Action: '*', Resource: 'elsewhere' })],
      ['s3:Put*'],
    ],
  ])('after %s', (_what, allow, denies, expected) => {
    expect(left(openRead(allow), ...denies).actions.patterns.map(({ text }) => text)).toEqual(
      expected,
    );
  });

  it('does not have an action that is denied on all of its resources', () => {
    const all = openRead({ Action: 's3:*', Resource: ['a', 'b'] });
    expect(left(all, deny({})).has('s3:getobject')).toBe(false);
    expect(left(all, deny({})).has('s3:get*')).toBe(true);
    expect(left(all, deny({})).has('iam:get*')).toBe(false);
    expect(left(all, deny({ Resource: 'a' })).has('s3:getobject')).toBe(true);
    expect(left(all, deny({ Resource: ['a', 'b'] })).has('s3:getobject')).toBe(false);
  });
});

describe('Denies that reach the public', () => {
  const deny = (fields: object) => openRead({ Effect: 'Deny', ...fields });
  const condition = (operator: string, key: string, value: unknown) => ({
    Condition: { [operator]: { [key]: value } },
  });
  const organization = condition('StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5');

  it.each<[string, object, boolean]>([
    ['everyone', deny({}), true],
    ['everyone, as a list', deny({ Principal: { AWS: ['111122223333', '*'] } }), true],
    ['one account', deny({ Principal: { AWS: '111122223333' } }), false],
    ['every service', deny({ Principal: { Service: '*' } }), false],
    ['all but one account', deny({ Principal: undefined, NotPrincipal: { AWS: '1111' } }), true],
    [
      'all but a pattern',
      deny({ Principal: undefined, NotPrincipal: { AWS: ['1', '2*'] } }),
      false,
    ],
    ['nobody named', deny({ Principal: undefined }), false],
    ['an Allow', openRead(), false],
    ['all but an organisation', deny(organization), true],
    [
      'all under a condition on TLS',
      deny(condition('Bool', 'aws:SecureTransport', 'false')),
      false,
    ],
    ['services spared alone', deny(condition('Bool', 'aws:PrincipalIsAWSService', 'false')), false],
    [
      'all but an organisation and services',
      deny({
        Condition: { ...organization.Condition, Bool: { 'aws:PrincipalIsAWSService': 'false' } },
      }),
      true,
    ],
    [
      'all but an organisation, over TLS',
      deny({ Condition: { ...organization.Condition, Bool: { 'aws:SecureTransport': 'false' } } }),
      false,
    ],
  ])('%s: %s', (_who, statement, expected) => {
    expect(publicDenies(policyOf(statement), 'bucket')).toHaveLength(expected ? 1 : 0);
  });

  it('know keys of one kind of policy in that kind alone', () => {
    const spared = deny(condition('StringNotEquals', 'sts:ExternalId', 'shared-with-us'));
    expect(publicDenies(policyOf(spared), 'trust')).toHaveLength(1);
    expect(publicDenies(policyOf(spared), 'bucket')).toHaveLength(0);
  });
});
