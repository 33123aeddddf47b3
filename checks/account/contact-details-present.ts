import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual } from '../../src/judge/verdict.ts';
import { primaryContact } from '../../src/collectors/account/contacts.ts';

export default defineCheck({
  id: 'account-contact-details-present',
  title: 'The primary contact of the account is complete and current',
  severity: 'medium',
  responsibility: 'account.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.1': equal },
    'cis-aws-6.0': { '2.1': equal },
    'cis-aws-7.0': { '2.2': equal },
    'nist-800-53-r5': servesNist(
      'AWS relates the security contact to it; the primary contact is of the same kind',
      'CM-2',
    ),
  },
  why: 'AWS turns to the primary contact when the account is misused, and may limit an account whose owner it cannot reach.',
  fix: 'Open Account in the console and complete the contact information. Use a mailbox and a phone number of a team, not of one person.',
  link: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-primary.html',
  remedy: {
    console: 'The account name at the top right, Account, Contact information, Edit.',
    cli: `aws account get-contact-information --query ContactInformation > contact.json
# edit contact.json: put replaces all of it
aws account put-contact-information --contact-information file://contact.json`,
  },

  evaluates: primaryContact,

  evaluate(account, { read }) {
    const missing = read(account.missing);
    if (missing.length > 0) return fail(`not on file: ${missing.join(', ')}`);
    return manual(
      'every required detail is on file; the owner is to confirm that they are current',
    );
  },
});
