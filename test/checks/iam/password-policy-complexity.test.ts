import check from '../../../checks/iam/password-policy-complexity.ts';
import type { CharacterKind } from '../../../src/collectors/iam/password-policy.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { defaultRules, ownRules, passwordRules } from '../../support/password-rules.ts';

function asking(changes: Partial<Record<CharacterKind, Observed<boolean>>>, minimumLength = 8) {
  const asksFor = {
    'an upper case letter': known(true),
    'a lower case letter': known(true),
    'a digit': known(true),
    'a symbol': known(true),
    ...changes,
  };
  return ownRules({ asksFor, minimumLength });
}

testCheck(check, {
  pass: [
    { name: 'all four kinds and 8 characters', resource: asking({}), reasons: ['8 characters'] },
  ],
  fail: [
    {
      name: 'no upper case letter is asked for',
      resource: asking({ 'an upper case letter': known(false) }),
      reasons: [/^passwords need not have an upper case letter$/],
    },
    { name: 'no lower case letter', resource: asking({ 'a lower case letter': known(false) }) },
    { name: 'no digit', resource: asking({ 'a digit': known(false) }) },
    {
      name: 'no symbol, though of digits nothing was told',
      resource: asking({ 'a symbol': known(false), 'a digit': unreadable('failed') }),
      reasons: ['a symbol'],
    },
    { name: '7 characters', resource: asking({}, 7), reasons: ['asks for 7 characters'] },
    {
      name: 'fewer characters than the owner wants',
      resource: asking({}, 13),
      params: { minimumLength: 14 },
    },
    {
      name: 'no policy means the default of AWS',
      resource: defaultRules,
      reasons: ['three of the four'],
    },
  ],
  unknown: [
    { name: 'the policy may not be read', resource: passwordRules(unreadable()) },
    {
      name: 'of one kind nothing was told',
      resource: asking({ 'a digit': unreadable('failed') }),
    },
  ],
});
