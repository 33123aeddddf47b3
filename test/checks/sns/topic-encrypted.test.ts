import check from '../../../checks/sns/topic-encrypted.ts';
import type { TopicAttributes } from '../../../src/collectors/sns/topics.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { alerts as resource } from '../../support/topics.ts';

const given = (key: string | undefined) => ({
  attributes: everyone(known<TopicAttributes>({ policy: unreadable(), key })),
});

testCheck(check, {
  pass: [
    { name: 'it has a key', resource, given: given('alias/topics'), reasons: ['alias/topics'] },
  ],
  fail: [
    {
      name: 'it has none',
      resource,
      given: given(undefined),
      severity: 'medium',
      reasons: ['no KMS key'],
    },
  ],
  unknown: [
    {
      name: 'the attributes may not be read',
      resource,
      given: { attributes: everyone(unreadable()) },
    },
  ],
});
