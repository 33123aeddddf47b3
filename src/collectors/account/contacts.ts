/**
 * The contacts of the account: which details are on file, never what they say. Names, addresses and numbers are
 * personal data that no verdict needs, so they stay out of evidence and reports.
 */
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { GetAlternateContact, GetContactInformation } from './operations.ts';

/** What is not on file, in words; null where there is no such contact at all. */
export const securityContact = defineCollector({
  id: 'account.security-contact',
  service: 'account',
  scope: 'global',
  calls: [GetAlternateContact],
  gather: async (aws) => {
    const missing = await aws.get(
      GetAlternateContact,
      { AlternateContactType: 'SECURITY' },
      (answer, { must }) => {
        const { Name, EmailAddress, PhoneNumber } = must(answer, 'AlternateContact');
        return absentAmong({
          name: Name,
          'email address': EmailAddress,
          'phone number': PhoneNumber,
        });
      },
      { whenAbsent: null },
    );
    return accountListing(aws, { missing });
  },
});

/** The details that AWS requires of every account and that are not on file, in words. */
export const primaryContact = defineCollector({
  id: 'account.primary-contact',
  service: 'account',
  scope: 'global',
  calls: [GetContactInformation],
  gather: async (aws) => {
    const missing = await aws.get(GetContactInformation, {}, (answer, { must }) => {
      const contact = must(answer, 'ContactInformation');
      return absentAmong({
        'full name': contact.FullName,
        'phone number': contact.PhoneNumber,
        'street address': contact.AddressLine1,
        city: contact.City,
        'postal code': contact.PostalCode,
        country: contact.CountryCode,
      });
    });
    return accountListing(aws, { missing });
  },
});

/**
 * The API knows no empty text (every member has at least one character: Account Management API reference,
 * "ContactInformation"), so a member that is left out is a detail that is not on file.
 */
function absentAmong(details: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(details).flatMap(([name, value]) => (value?.trim() ? [] : [name]));
}
