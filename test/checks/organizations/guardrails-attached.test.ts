import check from '../../../checks/organizations/guardrails-attached.ts';
import { inMember, inNone } from '../../../src/collectors/organizations/accounts.ts';
import type { Guardrail, Guardrails } from '../../../src/collectors/organizations/guardrails.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const scps = known(['SERVICE_CONTROL_POLICY'] as const);
const policy = (changes: Partial<Guardrail> = {}): Guardrail => ({
  type: 'SERVICE_CONTROL_POLICY',
  name: 'deny-regions',
  isAttached: known(true),
  ...changes,
});
const seen = (changes: Partial<Guardrails>) =>
  theAccount({
    guardrails: Observed.known({ enabled: scps, written: known([policy()]), ...changes }),
  });

testCheck(check, {
  pass: [
    { name: 'one policy is attached', resource: seen({}), reasons: ['deny-regions'] },
    {
      name: 'a resource control policy counts as well',
      resource: seen({
        enabled: known(['RESOURCE_CONTROL_POLICY']),
        written: known([policy({ type: 'RESOURCE_CONTROL_POLICY' })]),
      }),
    },
    {
      name: 'one that is attached decides, whatever was not told of another',
      resource: seen({ written: known([policy({ isAttached: unreadable() }), policy()]) }),
    },
  ],
  fail: [
    {
      name: 'no kind of policy is turned on',
      resource: seen({ enabled: known([]), written: unreadable() }),
      reasons: ['turned on'],
    },
    {
      name: 'only the policies of AWS are there',
      resource: seen({ written: known([]) }),
      reasons: ['no policy beside'],
    },
    {
      name: 'the policies are attached to nothing',
      resource: seen({ written: known([policy({ isAttached: known(false) })]) }),
      reasons: ['attached to nothing: deny-regions'],
    },
    {
      name: 'a policy of a kind that is turned off holds for nobody',
      resource: seen({ written: known([policy({ type: 'RESOURCE_CONTROL_POLICY' })]) }),
    },
  ],
  'not-applicable': [
    { name: 'a member account', resource: theAccount({ guardrails: known(inMember) }) },
    { name: 'no organization', resource: theAccount({ guardrails: known(inNone) }) },
  ],
  unknown: [
    {
      name: 'the organization may not be read',
      resource: theAccount({ guardrails: unreadable() }),
    },
    { name: 'the kinds may not be read', resource: seen({ enabled: unreadable() }) },
    { name: 'the policies may not be read', resource: seen({ written: unreadable() }) },
    {
      name: 'whom the only policy holds for may not be read',
      resource: seen({ written: known([policy({ isAttached: unreadable() })]) }),
    },
  ],
});
