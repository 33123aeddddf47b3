import check from '../../../checks/lambda/function-env-no-secrets.ts';
import type { FoundSecrets } from '../../../src/reasoning/secrets/detect.ts';
import { testCheck } from '../../support/check-tester.ts';
import { shipping } from '../../support/lambda.ts';
import { known, unreadable } from '../../support/observe.ts';

const password: FoundSecrets = { kind: 'password', names: ['DB_PASSWORD'], hasUnnamed: false };
const having = (...secrets: readonly FoundSecrets[]) => ({ ...shipping, secrets: known(secrets) });

testCheck(check, {
  pass: [
    {
      name: 'it has no variables',
      resource: shipping,
      reasons: ['there are no environment variables'],
    },
    { name: 'nothing in them looks like a secret', resource: having() },
    {
      name: 'what was found is known to its owner as no secret',
      resource: having(password),
      params: { excused: ['db_*'] },
      reasons: ['password (DB_PASSWORD)'],
    },
  ],
  fail: [
    {
      name: 'a password is there, of which only the name is told',
      resource: having(password),
      severity: 'high',
      reasons: ['password (DB_PASSWORD)'],
    },
    {
      name: 'something else than what is excused is there',
      resource: having(password, { kind: 'stripe-live-key', names: [], hasUnnamed: true }),
      params: { excused: ['password'] },
      reasons: ['stripe-live-key'],
    },
  ],
  unknown: [
    {
      name: 'Lambda could not decrypt the variables for the caller',
      resource: { ...shipping, secrets: unreadable('failed') },
      reasons: ['the test says failed'],
    },
  ],
});
