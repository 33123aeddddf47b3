import check from '../../../checks/cloudfront/default-root-object.ts';
import type { DistributionConfig } from '../../../src/collectors/cloudfront/configs.ts';
import { testCheck } from '../../support/check-tester.ts';
import { configOf, customOrigin, distribution } from '../../support/distributions.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = distribution();

testCheck(check, {
  pass: [{ name: 'it has one', resource, given: configOf({ rootObject: known('index.html') }) }],
  fail: [{ name: 'it has none', resource, given: configOf({ rootObject: known('') }) }],
  unknown: [
    {
      name: 'the configuration may not be read',
      resource,
      given: { configs: everyone<DistributionConfig>(unreadable()) },
    },
    { name: 'the object is not told', resource, given: configOf({}) },
  ],
  'not-applicable': [
    {
      name: 'it has custom origins alone',
      resource: distribution({ origins: known([customOrigin()]) }),
      given: configOf({ rootObject: known('') }),
    },
  ],
});
