import check from '../../../checks/cloudfront/function-url-access-control.ts';
import type { Origin } from '../../../src/collectors/cloudfront/origins.ts';
import { testCheck } from '../../support/check-tester.ts';
import { customOrigin, distribution } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

const domain = 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws';
const having = (accessControl: Origin['accessControl']) =>
  distribution({ origins: known([customOrigin({ domain, accessControl })]) });

testCheck(check, {
  pass: [{ name: 'it has origin access control', resource: having(known('E327GJI25M56DG')) }],
  fail: [
    {
      name: 'it has none',
      resource: having(known('')),
      reasons: [`requests to ${domain} are not signed`],
    },
  ],
  unknown: [
    { name: 'the access control is not told', resource: having(unreadable('failed')) },
    { name: 'the origins are not told', resource: distribution({ origins: unreadable('failed') }) },
  ],
  'not-applicable': [{ name: 'its origins are others', resource: distribution() }],
});
