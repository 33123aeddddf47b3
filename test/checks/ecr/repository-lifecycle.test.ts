import check from '../../../checks/ecr/repository-lifecycle.ts';
import { testCheck } from '../../support/check-tester.ts';
import { repository } from '../../support/ecr.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = repository();
const rules = (count: number) => ({ lifecycle: everyone(known(count)) });

testCheck(check, {
  pass: [
    {
      name: 'a policy has a rule',
      resource,
      given: rules(1),
      reasons: ['the lifecycle policy has 1 rule'],
    },
    { name: 'a policy has several rules', resource, given: rules(3), reasons: ['3 rules'] },
  ],
  fail: [
    {
      name: 'there is no policy, or one without rules',
      resource,
      given: rules(0),
      reasons: ['there is no lifecycle policy with rules'],
    },
  ],
  unknown: [
    {
      name: 'the policy may not be read',
      resource,
      given: { lifecycle: everyone(unreadable()) },
    },
  ],
});
