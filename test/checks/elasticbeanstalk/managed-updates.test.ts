import check from '../../../checks/elasticbeanstalk/managed-updates.ts';
import { testCheck } from '../../support/check-tester.ts';
import { environment as resource, settings } from '../../support/elastic-beanstalk.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'managed updates are on', resource, given: settings() }],
  fail: [
    {
      name: 'nobody updates it but by hand',
      resource,
      given: settings({ updatesPlatform: known(false) }),
    },
  ],
  unknown: [
    {
      name: 'it is not told',
      resource,
      given: settings({ updatesPlatform: unreadable('failed') }),
    },
    {
      name: 'the settings may not be read',
      resource,
      given: { settings: everyone(unreadable()) },
    },
  ],
});
