import check from '../../../checks/rds/snapshot-not-public.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { manualSnapshot } from '../../support/rds.ts';

const grants = (...restorers: readonly string[]) => ({ grants: everyone(known(restorers)) });
const resource = manualSnapshot();

testCheck(check, {
  pass: [
    { name: 'nobody may restore it', resource, given: grants(), reasons: ['nobody'] },
    {
      name: 'a named account may',
      resource,
      given: grants('444455556666'),
      reasons: ['named accounts only (1)'],
    },
    {
      name: 'an encrypted snapshot cannot be public, so nobody was asked',
      resource: manualSnapshot({ canBePublic: false }),
      given: { grants: everyone(unreadable()) },
      reasons: ['encrypted'],
    },
  ],
  fail: [
    { name: 'everyone may restore it', resource, given: grants('444455556666', 'all') },
    {
      name: 'everyone may restore a snapshot of a cluster',
      resource: manualSnapshot({
        type: 'AWS::RDS::DBClusterSnapshot',
        of: 'cluster',
        engine: 'aurora-postgresql',
      }),
      given: grants('all'),
      reasons: ['aurora-postgresql'],
      severity: 'critical',
    },
  ],
  unknown: [
    {
      name: 'R10 the attributes may not be read',
      resource,
      given: { grants: everyone(unreadable('denied')) },
    },
    {
      name: 'R10 the call was throttled to the end',
      resource,
      given: { grants: everyone(unreadable('throttled')) },
    },
  ],
});
