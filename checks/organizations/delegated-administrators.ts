import { subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual, notApplicable } from '../../src/judge/verdict.ts';
import {
  delegatedAdministrators,
  organizationAccounts,
} from '../../src/collectors/organizations/accounts.ts';
import { listed } from '../../src/policy/text.ts';

const forPerson = subsetOf('whether the right account runs the right service is for a person');

export default defineCheck({
  id: 'organizations-delegated-administrators',
  title: 'Services for the whole organization are run from an account that is delegated to do so',
  severity: 'low',
  responsibility: 'account.identity-and-access',
  controls: {
    'cis-aws-7.0': { '2.1.5': forPerson, '2.1.6': forPerson },
    'nist-800-53-r5': servesNist(
      'daily work is kept apart from the account that may do everything',
      'AC-5',
      'AC-6',
    ),
  },
  why: 'No service control policy binds the management account: whoever works there daily works without a net, in the account from which all others can be taken over.',
  fix: 'Give an account for security the administration of the services that watch the organization: GuardDuty, Security Hub, IAM Access Analyzer, AWS Config.',
  link: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html',
  remedy: {
    console:
      'In the management account: the console of the service, Settings, Delegated administrator.',
    cli: `# some services have a command of their own, such as aws guardduty enable-organization-admin-account
aws organizations register-delegated-administrator --account-id ACCOUNT_ID --service-principal access-analyzer.amazonaws.com`,
  },

  evaluates: delegatedAdministrators,
  needs: { accounts: organizationAccounts },

  evaluate(account, { read, accounts }) {
    const administrators = read(account.administrators);
    if (typeof administrators === 'string') return notApplicable(administrators);
    if (administrators.length > 0) {
      return manual(
        `delegated administrators: ${listed(administrators)}`,
        'whether these are the accounts that are meant to run services is for a person',
      );
    }
    const all = read(accounts);
    if (typeof all === 'string') return notApplicable(all);
    return all.length > 1
      ? fail(`no account is delegated to run a service for the ${all.length} accounts`)
      : notApplicable('the organization has no other account that could be delegated to');
  },
});
