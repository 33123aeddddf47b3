import check from '../../../checks/ssm/parameter-secrets-encrypted.ts';
import type { StoredParameter } from '../../../src/collectors/ssm/parameters.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

function parameter(name: string, kind: StoredParameter['kind']): StoredParameter {
  return {
    arn: `arn:aws:ssm:eu-west-1:111122223333:parameter${name}`,
    type: 'AWS::SSM::Parameter',
    name,
    region: 'eu-west-1',
    kind,
  };
}

testCheck(check, {
  pass: [
    {
      name: 'a password is stored as SecureString',
      resource: parameter('/prod/db/password', known('SecureString')),
    },
    {
      name: 'the name names no secret, and the reason says that nothing else was read',
      resource: parameter('/prod/db/host', known('String')),
      reasons: ['value was not read'],
    },
    {
      name: 'the name is that of a property of a secret',
      resource: parameter('/prod/db/password/arn', known('String')),
    },
    {
      name: 'the name is excused',
      resource: parameter('/prod/paging/Token', known('String')),
      params: { excused: ['/prod/*/token'] },
      reasons: ['excused'],
    },
  ],
  fail: [
    {
      name: 'a password is a String',
      resource: parameter('/prod/db/password', known('String')),
      reasons: ['is a String', 'value was not read'],
      severity: 'high',
    },
    { name: 'keys are a list', resource: parameter('/prod/api-keys', known('StringList')) },
    {
      name: 'another name is excused',
      resource: parameter('/prod/db/password', known('String')),
      params: { excused: ['/test/*'] },
    },
  ],
  unknown: [
    {
      name: 'the type has a value that is not known',
      resource: parameter('/prod/db/password', unreadable('failed')),
    },
  ],
});
