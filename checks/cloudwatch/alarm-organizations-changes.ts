import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { alarmOnTrail } from '../../src/remedies/alarm.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { trailAccount } from '../../src/collectors/cloudtrail/trail-recording.ts';
import { alarmWatch } from '../../src/collectors/cloudwatch/alarm-watch.ts';
import { organization } from '../../src/collectors/organizations/organization.ts';
import { alarmMeanings, alarmParams, judgeAlarm } from '../../src/reasoning/alarms/judge-alarm.ts';
import { callsOf } from '../../src/reasoning/alarms/wanted-events.ts';

const wanted = callsOf('changes to the organization', 'organizations.amazonaws.com', [
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
]);

export default defineCheck({
  id: 'cloudwatch-alarm-organizations-changes',
  title: 'An alarm of the management account reports changes to the organization',
  severity: 'low',
  responsibility: 'cloudwatch.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.15': equal },
    'cis-aws-6.0': { '5.15': equal },
    'cis-aws-7.0': { '5.15': equal },
    'nist-800-53-r5': servesNist('an alarm is one part of watching', 'AU-6', 'CA-7', 'SI-4'),
  },
  why: 'In the organization it is decided which accounts there are and what none of them may do; a change there reaches every account.',
  fix: 'In the management account, count the calls that change accounts, units, policies and handshakes by a metric filter on the log group of the trail, with an alarm that sends to a topic with subscribers.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  remedy: alarmOnTrail('OrganizationsChanges', wanted.pattern),

  evaluates: trailAccount,
  needs: { watch: alarmWatch, organization },
  params: alarmParams,
  meanings: alarmMeanings,

  evaluate(_, { read, watch, organization: own, account, params }) {
    const of = read(own);
    if (of === null) return notApplicable('the account is in no organization');
    if (of.managementAccount !== account) {
      return notApplicable(
        `the organization is changed in its management account ${of.managementAccount}, and watched there`,
      );
    }
    return judgeAlarm(read, watch, wanted, params);
  },
});
