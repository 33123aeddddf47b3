import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { poweredIdentities } from '../../src/collectors/iam/identity-power.ts';
import { escalationText, waysUp } from '../../src/reasoning/escalation.ts';

export default defineCheck({
  id: 'iam-policy-no-privilege-escalation',
  title: 'The policies of the user, group or role together open no known way to more rights',
  severity: 'high',
  responsibility: 'iam.identity-and-access',
  controls: {
    'nist-800-53-r5': servesNist(
      'known ways by the policies of one identity; what roles it can take one after the other is not followed',
      'AC-2',
      'AC-5',
      'AC-6',
      'AC-6(10)',
    ),
  },
  why: 'Such a holder is an administrator by a detour: who steals those credentials has the whole account, and no list of administrators names them.',
  fix: 'Name the roles that may be passed, and the service by iam:PassedToService; name the users, roles and policies that may be changed. Where the work needs more, put a permissions boundary around it that allows none of these steps.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  remedy: {
    console: 'IAM, the user, group or role, Permissions, the policy that the finding names, Edit.',
    cli: `# what the holder may do, as IAM reckons it
aws iam simulate-principal-policy --policy-source-arn ARN --action-names iam:PassRole lambda:CreateFunction
aws iam create-policy-version --policy-arn POLICY_ARN --policy-document file://policy.json --set-as-default
# or a boundary: what it does not allow stops at once
aws iam put-role-permissions-boundary --role-name ROLE --permissions-boundary POLICY_ARN`,
  },

  evaluates: poweredIdentities,
  /** Strict: a condition on who or how does not excuse a way. */
  params: { strict: false },
  meanings: { strict: 'whether a way fails that is open under a condition only' },

  evaluate(identity, { read, params }) {
    const ways = waysUp(read, identity);
    if (ways === 'administrator') {
      return notApplicable('full administration already: there is nothing to raise');
    }
    const free = ways.filter(({ grade }) => params.strict || grade === 'allowed');
    if (free.length > 0) return fail(...escalationText(free));
    const other = escalationText(ways).map((text) => `only under a condition: ${text}`);
    return pass('no known way leads to more rights', ...other);
  },
});
