import check from '../../../checks/rds/proxy-tls-required.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

import type { DbProxy } from '../../../src/collectors/rds/proxies.ts';

const proxy = (requiresTls: DbProxy['requiresTls']): DbProxy => ({
  arn: 'arn:aws:rds:eu-west-1:111122223333:db-proxy:prx-1',
  type: 'AWS::RDS::DBProxy',
  name: 'orders',
  region: 'eu-west-1',
  requiresTls,
});

testCheck(check, {
  pass: [{ name: 'it is required', resource: proxy(known(true)) }],
  fail: [{ name: 'it is not', resource: proxy(known(false)), reasons: ['RequireTLS is false'] }],
  unknown: [{ name: 'AWS did not say', resource: proxy(unreadable('failed')) }],
});
