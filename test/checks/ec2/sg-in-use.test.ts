import check from '../../../checks/ec2/sg-in-use.ts';
import type { LaunchTemplate } from '../../../src/collectors/ec2/launch-templates.ts';
import { testCheck } from '../../support/check-tester.ts';
import { given, launchTemplate, networkInterface, securityGroup } from '../../support/ec2.ts';
import { everyone, known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = securityGroup();
const templates = listing<LaunchTemplate>();
const usedBy = (fields: Partial<Parameters<typeof given>[0]> = {}) => ({
  use: given({ rules: [], interfaces: [], ...fields }).use,
  templates,
});
const naming = (...groups: string[]) => launchTemplate({ groups: known(groups) });

testCheck(check, {
  pass: [
    {
      name: 'a network interface uses it, whatever else may not be read',
      resource,
      given: {
        ...usedBy({ interfaces: [networkInterface()] }),
        templates: partialListing<LaunchTemplate>('denied'),
      },
      reasons: ['in use by eni-1'],
    },
    {
      name: 'G15 a rule of another group names it as a source',
      resource,
      given: usedBy({ referredToBy: ['sg-2'] }),
      reasons: ['rules of other groups name it: sg-2'],
    },
    {
      name: 'G15 a launch template launches with it',
      resource,
      given: { ...usedBy(), templates: listing(naming('sg-2'), naming('sg-1')) },
      reasons: ['launch template lt-1'],
    },
    {
      name: 'a launch template of the default VPC names it',
      resource,
      given: { ...usedBy(), templates: listing(naming('web')) },
    },
  ],
  fail: [
    {
      name: 'G14 nothing uses it',
      resource,
      given: { ...usedBy(), templates: listing(naming('sg-2')) },
      severity: 'low',
      reasons: ['no network interface'],
    },
  ],
  unknown: [
    {
      name: 'its use may not be read',
      resource,
      given: { ...usedBy(), use: everyone(unreadable()) },
    },
    {
      name: 'nothing else uses it, and launch templates may not be read',
      resource,
      given: { ...usedBy(), templates: partialListing<LaunchTemplate>('denied', naming('sg-2')) },
    },
    {
      name: 'nothing else uses it, and another version of a launch template may not be read',
      resource,
      given: { ...usedBy(), templates: listing(launchTemplate({}, { whole: unreadable() })) },
    },
  ],
  'not-applicable': [
    {
      name: 'G22 it is the default group of its VPC',
      resource: securityGroup({ groupName: 'default' }),
      given: usedBy(),
    },
  ],
});
