import check from '../../../checks/wafv2/web-acl-logging.ts';
import type { WebAclLogging } from '../../../src/collectors/wafv2/logging.ts';
import type { WebAcl } from '../../../src/collectors/wafv2/web-acls.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource: WebAcl = {
  arn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/web/473e64fd',
  type: 'AWS::WAFv2::WebACL',
  name: 'web',
  region: 'eu-west-1',
  id: '473e64fd',
  scope: 'REGIONAL',
};
const logs = listing<WebAclLogging>({ of: resource.arn, destinations: 1 });
const silent = listing<WebAclLogging>({ of: `${resource.arn}-other`, destinations: 1 });
const denied = partialListing<WebAclLogging>('denied');
const rules = (count: number) => everyone(known(count));

testCheck(check, {
  pass: [{ name: 'it has rules and logs', resource, given: { logging: logs, rules: rules(2) } }],
  fail: [
    {
      name: 'it writes no logs',
      resource,
      given: { logging: silent, rules: rules(2) },
      reasons: ['it writes no logs'],
    },
    {
      name: 'it holds no rules',
      resource,
      given: { logging: logs, rules: rules(0) },
      reasons: ['it holds no rules'],
    },
    {
      name: 'it holds no rules, whatever it logs',
      resource,
      given: { logging: denied, rules: rules(0) },
    },
  ],
  unknown: [
    {
      name: 'it holds rules, and its logging may not be read',
      resource,
      given: { logging: denied, rules: rules(1) },
    },
    {
      name: 'it writes logs, and may not be read',
      resource,
      given: { logging: logs, rules: everyone(unreadable()) },
    },
  ],
});
