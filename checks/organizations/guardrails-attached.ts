import { subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { guardrails } from '../../src/collectors/organizations/guardrails.ts';
import { any } from '../../src/observe/logic.ts';
import { listed } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'organizations-guardrails-attached',
  title: 'The organization has policies of its own that bound what its accounts may do',
  severity: 'medium',
  responsibility: 'account.identity-and-access',
  controls: {
    'cis-aws-7.0': { '2.1.2': subsetOf('what the policies forbid is for a person to judge') },
    'nist-800-53-r5': servesNist(
      'such policies bound every identity of an account, its root user too',
      'AC-3',
      'AC-6',
      'CM-7',
    ),
  },
  why: 'Without them the administrator of an account, or whoever stole those credentials, may do there whatever AWS offers: use any Region, leave the organization, turn off the logs.',
  fix: 'Turn on service control policies in the management account, and attach policies that forbid what no account should do. The management account itself is bound by none.',
  link: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  remedy: {
    console:
      'In the management account: AWS Organizations, Policies, Service control policies, Enable; Create policy; the policy, Targets, Attach.',
    cli: `# a policy that denies too much stops what runs: attach it to a test account first
aws organizations enable-policy-type --root-id ROOT_ID --policy-type SERVICE_CONTROL_POLICY
aws organizations create-policy --type SERVICE_CONTROL_POLICY --name NAME --description TEXT --content file://policy.json
aws organizations attach-policy --policy-id POLICY_ID --target-id ACCOUNT_OR_UNIT_ID`,
  },

  evaluates: guardrails,

  evaluate(account, { read }) {
    const state = read(account.guardrails);
    if (typeof state === 'string') return notApplicable(state);
    const enabled = read(state.enabled);
    if (enabled.length === 0) {
      return fail('neither service control policies nor resource control policies are turned on');
    }
    const written = read(state.written).filter(({ type }) => enabled.includes(type));
    const isAny = any(
      ...written.map(
        ({ isAttached }) =>
          () =>
            read(isAttached),
      ),
    );
    if (isAny) return pass(`policies: ${listed(written.map(({ name }) => name))}`);
    if (written.length === 0)
      return fail('there is no policy beside those of AWS, which allow all');
    return fail(`attached to nothing: ${listed(written.map(({ name }) => name))}`);
  },
});
