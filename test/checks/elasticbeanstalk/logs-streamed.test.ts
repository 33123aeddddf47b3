import check from '../../../checks/elasticbeanstalk/logs-streamed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { environment as resource, settings } from '../../support/elastic-beanstalk.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'its logs are streamed', resource, given: settings() }],
  fail: [
    {
      name: 'its logs stay on the instances',
      resource,
      given: settings({ streamsLogs: known(false) }),
    },
  ],
  unknown: [
    { name: 'it is not told', resource, given: settings({ streamsLogs: unreadable('failed') }) },
    {
      name: 'the settings may not be read',
      resource,
      given: { settings: everyone(unreadable()) },
    },
  ],
});
