import check from '../../../checks/elasticbeanstalk/enhanced-health.ts';
import { testCheck } from '../../support/check-tester.ts';
import { environment as resource, settings } from '../../support/elastic-beanstalk.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'its health is enhanced', resource, given: settings() }],
  fail: [
    {
      name: 'its health is basic',
      resource,
      given: settings({ reportsEnhancedHealth: known(false) }),
    },
  ],
  unknown: [
    {
      name: 'it is not told',
      resource,
      given: settings({ reportsEnhancedHealth: unreadable('failed') }),
    },
    {
      name: 'the settings may not be read',
      resource,
      given: { settings: everyone(unreadable()) },
    },
  ],
});
