import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { regionNames } from '../../src/judge/items.ts';
import { fail, pass, unanswered } from '../../src/judge/verdict.ts';
import { accountRegions } from '../../src/collectors/account/account.ts';

/** As EC2 and as Account Management name Regions that every account has and cannot turn off. */
const alwaysOn = ['opt-in-not-required', 'ENABLED_BY_DEFAULT'];
const noRegions: readonly string[] = [];

export default defineCheck({
  id: 'account-unapproved-regions-disabled',
  title: 'Of the Regions that can be turned off, only approved ones are on',
  severity: 'medium',
  responsibility: 'account.data-and-data-location',
  controls: {
    'nist-800-53-r5': servesNist(
      'Regions that are off can hold neither functions nor data',
      'CM-7',
      'SA-9(5)',
    ),
  },
  why: 'What is built in a Region that nobody watches, by an intruder or by mistake, stays unseen and keeps data where it may not be.',
  fix: 'Move what is needed out of the Region, then disable it under Account, AWS Regions. Deny the Regions that cannot be disabled with a service control policy.',
  link: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
  remedy: {
    console: 'The account name at the top right, Account, AWS Regions, the Region, Disable.',
    cli: 'aws account disable-region --region-name REGION',
    terraform: `resource "aws_account_region" "this" {
  region_name = "REGION"
  enabled     = false
}`,
  },

  evaluates: accountRegions,
  params: { approvedRegions: noRegions },
  meanings: { approvedRegions: 'the Regions that may be on; without any a person must judge' },
  items: { approvedRegions: regionNames },

  evaluate(account, { read, params }) {
    const on = read(account.regions).filter(
      ({ enabled, state }) => enabled || state === 'ENABLING',
    );
    const names = (regions: typeof on) => regions.map(({ region }) => region).join(', ');
    if (params.approvedRegions.length === 0) {
      const setting = 'account-unapproved-regions-disabled.approvedRegions';
      return unanswered('the approved Regions', setting, `enabled are ${names(on)}`);
    }
    const unapproved = on.filter(({ region }) => !params.approvedRegions.includes(region));
    const optedIn = unapproved.filter(({ state }) => !alwaysOn.includes(state));
    const fixed = unapproved.filter(({ state }) => alwaysOn.includes(state));
    const note =
      fixed.length > 0 ? [`not approved, but AWS lets nobody disable them: ${names(fixed)}`] : [];
    if (optedIn.length > 0) return fail(`enabled without approval: ${names(optedIn)}`, ...note);
    return pass('no Region is enabled that could be disabled and is not approved', ...note);
  },
});
