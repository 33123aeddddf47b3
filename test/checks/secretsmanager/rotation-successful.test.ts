import check from '../../../checks/secretsmanager/rotation-successful.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { copy, ofRds, secret } from '../../support/secrets-manager.ts';

const every30 = (dueInDays: number) =>
  known({ dueBy: known(daysAgo(-dueInDays)), everyDays: known(30) });

testCheck(check, {
  pass: [
    { name: 'it rotated in time, and the next is to come', resource: secret() },
    {
      name: 'the last day of the interval is not over',
      resource: secret({ rotation: every30(0.5), lastRotated: known(daysAgo(30.9)) }),
    },
    {
      name: 'an old secret rotates since lately, and waits for its first time',
      resource: secret({ rotation: every30(29), lastRotated: known(null) }),
    },
  ],
  fail: [
    {
      name: 'the next rotation was due yesterday',
      resource: secret({ rotation: every30(-1) }),
      reasons: ['was due before now'],
    },
    {
      name: 'it never rotated, and was due',
      resource: secret({ rotation: every30(-1), lastRotated: known(null) }),
    },
    {
      name: 'the last rotation is longer ago than the schedule allows',
      resource: secret({ rotation: every30(5), lastRotated: known(daysAgo(40)) }),
      reasons: ['longer ago'],
    },
    {
      name: 'the next was due, whatever the schedule is',
      resource: secret({
        rotation: known({ dueBy: known(daysAgo(3)), everyDays: unreadable('failed') }),
      }),
    },
  ],
  unknown: [
    {
      name: 'when it is due is not told',
      resource: secret({
        rotation: known({ dueBy: unreadable('failed'), everyDays: known(30) }),
      }),
    },
    {
      name: 'whether it rotates is not told',
      resource: secret({ rotation: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    { name: 'it does not rotate by itself', resource: secret({ rotation: known(null) }) },
    { name: 'a service rotates it', resource: ofRds },
    { name: 'it is a copy', resource: copy },
  ],
});
