import check from '../../../checks/ec2/instance-user-data-no-secrets.ts';
import type { FoundSecrets } from '../../../src/reasoning/secrets/detect.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = instance();
const holding = (...found: readonly FoundSecrets[]) => ({
  userData: everyone(known({ isEmpty: false, found })),
});
const unnamed = (kind: string): FoundSecrets => ({ kind, names: [], hasUnnamed: true });
const named = (kind: string, ...names: readonly string[]): FoundSecrets => ({
  kind,
  names,
  hasUnnamed: false,
});

testCheck(check, {
  pass: [
    {
      name: 'there is no user data',
      resource,
      given: { userData: everyone(known({ isEmpty: true, found: [] })) },
    },
    { name: 'nothing looks like a secret', resource, given: holding() },
    {
      name: 'F37 what looks like a secret is excused by its name, and that is said',
      resource,
      given: holding(named('token', 'DB_SECRET', 'APP_SECRET')),
      params: { excused: ['db_*', 'APP_SECRET'] },
      reasons: ['excused by what was set: token (DB_SECRET, APP_SECRET)'],
    },
    {
      name: 'F37 or by its kind',
      resource,
      given: holding(unnamed('json-web-token'), named('token', 'X_TOKEN')),
      params: { excused: ['*token'] },
      reasons: ['json-web-token, token'],
    },
  ],
  fail: [
    {
      name: 'the kinds of secrets are named',
      resource,
      given: holding(unnamed('aws-secret-access-key'), named('password', 'DB_PASSWORD')),
      reasons: ['aws-secret-access-key, password (DB_PASSWORD)'],
      severity: 'critical',
    },
    {
      name: 'F37 another name is not excused, nor what has none',
      resource,
      given: holding(
        { ...named('token', 'DB_SECRET', 'APP_SECRET'), hasUnnamed: true },
        unnamed('private-key'),
      ),
      params: { excused: ['DB_SECRET', '?'] },
      reasons: [/: token \(APP_SECRET\), private-key$/],
    },
  ],
  unknown: [
    { name: 'it may not be read', resource, given: { userData: everyone(unreadable()) } },
    {
      name: 'it cannot be decoded',
      resource,
      given: { userData: everyone(unreadable('failed')) },
    },
  ],
});
