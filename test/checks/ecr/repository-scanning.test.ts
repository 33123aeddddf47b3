import check from '../../../checks/ecr/repository-scanning.ts';
import type { RegistryScanning } from '../../../src/collectors/ecr/registry-scanning.ts';
import { testCheck } from '../../support/check-tester.ts';
import { repository } from '../../support/ecr.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

type Rule = RegistryScanning['rules'][number];

const rule = (frequency: Rule['frequency'], ...filters: readonly string[]): Rule => ({
  frequency,
  filters,
});
const basic = (...rules: readonly Rule[]) => ({
  scanning: everyone(known<RegistryScanning>({ type: 'BASIC', rules })),
});
const enhanced = (...rules: readonly Rule[]) => ({
  scanning: everyone(known<RegistryScanning>({ type: 'ENHANCED', rules })),
});

const resource = repository();
const scanning = repository({ scansOnPush: known(true) });

testCheck(check, {
  pass: [
    {
      name: 'a basic rule for all repositories scans on push',
      resource,
      given: basic(rule('SCAN_ON_PUSH', '*')),
      reasons: ['a rule of the registry (basic) scans images when they are pushed'],
    },
    {
      name: 'a filter without an asterisk takes in every name that contains it',
      resource,
      given: basic(rule('SCAN_ON_PUSH', 'shop')),
    },
    {
      name: 'no basic rule names it, and its own flag is on',
      resource: scanning,
      given: basic(rule('SCAN_ON_PUSH', 'other*')),
      reasons: ['the repository itself scans'],
    },
    {
      name: 'an enhanced rule scans continuously, whatever the flag of the repository is',
      resource: repository({ scansOnPush: unreadable() }),
      given: enhanced(rule('CONTINUOUS_SCAN', 'shop/*')),
      reasons: ['as vulnerabilities become known'],
    },
    {
      name: 'one of two rules that name it scans',
      resource,
      given: enhanced(rule('SCAN_ON_PUSH', '*api'), rule('CONTINUOUS_SCAN', 'other')),
    },
  ],
  fail: [
    {
      name: 'nothing was set: scanning is basic, without rules, and the flag is off',
      resource,
      given: basic(),
      reasons: ['no rule of the registry (basic) names the repository, and its own flag is off'],
    },
    {
      name: 'its flag is on, but scanning is enhanced and no rule names it: the flag is of no effect',
      resource: scanning,
      given: enhanced(rule('CONTINUOUS_SCAN', 'other*')),
      reasons: ['no rule of the registry (enhanced)'],
    },
    {
      name: 'the rule that names it scans by hand, which overrides its flag',
      resource: scanning,
      given: basic(rule('MANUAL', '*')),
      reasons: ['on demand only'],
    },
    {
      name: 'the filter needs more than the name has',
      resource,
      given: basic(rule('SCAN_ON_PUSH', 'shop/*/api')),
    },
  ],
  unknown: [
    {
      name: 'the registry may not be asked, and the flag of the repository alone says nothing',
      resource: scanning,
      given: { scanning: everyone(unreadable()) },
    },
    {
      name: 'no basic rule names it, and its flag could not be read',
      resource: repository({ scansOnPush: unreadable() }),
      given: basic(),
    },
  ],
});
