import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { securityContact } from '../../src/collectors/account/contacts.ts';

export default defineCheck({
  id: 'account-security-contact',
  title: 'The account has an alternate contact for security',
  severity: 'medium',
  responsibility: 'account.identity-and-access',
  controls: {
    'cis-aws-5.0': { '1.2': equal },
    'cis-aws-6.0': { '2.2': equal },
    'cis-aws-7.0': { '2.3': equal },
    'aws-fsbp': { 'Account.1': equal },
  },
  why: 'AWS sends abuse reports and security notices to this contact; without it they go to the mailbox of the root user.',
  fix: 'Open Account in the console and enter a name, email address and phone number of the security team under Alternate contacts, Security.',
  link: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html',
  remedy: {
    console: 'The account name at the top right, Account, Alternate contacts, Security, Edit.',
    cli: `aws account put-alternate-contact --alternate-contact-type SECURITY --name "Security team" \\
  --title "Security" --email-address security@example.com --phone-number "+1 555 0100"`,
    terraform: `resource "aws_account_alternate_contact" "security" {
  alternate_contact_type = "SECURITY"
  name                   = "Security team"
  title                  = "Security"
  email_address          = "security@example.com"
  phone_number           = "+1 555 0100"
}`,
  },

  evaluates: securityContact,

  evaluate(account, { read }) {
    const missing = read(account.missing);
    if (missing === null) return fail('no alternate contact for security is on file');
    if (missing.length > 0) return fail(`the security contact has no ${missing.join(', ')}`);
    return pass('a name, an email address and a phone number are on file');
  },
});
