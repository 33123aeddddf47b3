import check from '../../../checks/cloudwatch/alarm-organizations-changes.ts';
import { filtered, unfiltered, unread, patternOnPage } from '../../support/alarms.ts';
import { account, testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const names = [
  'AcceptHandshake',
  'AttachPolicy',
  'CancelHandshake',
  'CreateAccount',
  'CreateOrganization',
  'CreateOrganizationalUnit',
  'CreatePolicy',
  'DeclineHandshake',
  'DeleteOrganization',
  'DeleteOrganizationalUnit',
  'DeletePolicy',
  'EnableAllFeatures',
  'EnablePolicyType',
  'InviteAccountToOrganization',
  'LeaveOrganization',
  'DetachPolicy',
  'DisablePolicyType',
  'MoveAccount',
  'RemoveAccountFromOrganization',
  'UpdateOrganizationalUnit',
  'UpdatePolicy',
];
const any = (some: readonly string[]) => some.map((name) => `($.eventName=${name})`).join('||');
const pattern = `{ ($.eventSource = organizations.amazonaws.com) && (${any(names)}) }`;

const managedBy = (managementAccount: string) => known({ id: 'o-1', managementAccount });
const own = managedBy(account);
const inManagement = ({ given, ...rest }: ReturnType<typeof filtered> | typeof unread) => ({
  ...rest,
  given: { ...given, organization: own },
});
const whole = filtered('the filter takes in every call', pattern);

testCheck(check, {
  pass: [
    inManagement(filtered('a filter is as the page of the check tells it', patternOnPage(check))),
    inManagement(whole),
  ],
  fail: [
    inManagement(
      filtered('the filter lacks a call', `{ ${any(names.slice(1))} }`, 'AcceptHandshake'),
    ),
    inManagement(unfiltered),
  ],
  unknown: [
    inManagement(unread),
    {
      ...whole,
      name: 'it may not be read whether the account is that of the management',
      given: { ...whole.given, organization: unreadable() },
    },
  ],
  'not-applicable': [
    {
      ...unfiltered,
      name: 'the account is in no organization',
      given: { ...unfiltered.given, organization: known(null) },
      reasons: ['in no organization'],
    },
    {
      ...unfiltered,
      name: 'the account is a member',
      given: { ...unfiltered.given, organization: managedBy('999999999999') },
      reasons: ['999999999999'],
    },
  ],
});
