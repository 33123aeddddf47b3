import { PutAlternateContactCommand, PutContactInformationCommand } from '@aws-sdk/client-account';
import { ACCOUNT_ID, HOME, SECOND, US, daysBefore } from './site.ts';
import type { Site } from './site.ts';

function analyzer(region: string, type: 'ACCOUNT' | 'ACCOUNT_UNUSED_ACCESS') {
  return {
    arn: `arn:aws:access-analyzer:${region}:${ACCOUNT_ID}:analyzer/northwind-${type.toLowerCase()}`,
    name: `northwind-${type.toLowerCase()}`,
    type,
    createdAt: daysBefore(300).toISOString(),
    status: 'ACTIVE' as const,
  };
}

/** Contacts, and the settings that the gate keeps in moto's place. */
export async function plantAccount(site: Site): Promise<void> {
  const account = site.account();
  await account.send(
    new PutContactInformationCommand({
      ContactInformation: {
        FullName: 'Ines Krüger',
        CompanyName: 'Northwind Harbour Logistics GmbH',
        AddressLine1: 'Am Sandtorkai 112',
        City: 'Hamburg',
        PostalCode: '20457',
        CountryCode: 'DE',
        PhoneNumber: '+4940555010',
      },
    }),
  );
  // Billing has its contact, security has none.
  await account.send(
    new PutAlternateContactCommand({
      AlternateContactType: 'BILLING',
      Name: 'Accounts Payable',
      Title: 'Team',
      EmailAddress: 'payable@northwind-harbour.example',
      PhoneNumber: '+4940555011',
    }),
  );
  site.expect('account-security-contact', `arn:aws:iam::${ACCOUNT_ID}:root`, 'fail');
  await site.set('state', {
    regions: {
      [HOME]: {
        analyzers: [analyzer(HOME, 'ACCOUNT'), analyzer(HOME, 'ACCOUNT_UNUSED_ACCESS')],
        snapshotBlockPublicAccess: 'block-all-sharing',
        metadataDefaults: { httpTokens: 'required', httpPutResponseHopLimit: 2 },
      },
      [SECOND]: { analyzers: [analyzer(SECOND, 'ACCOUNT')] },
      [US]: { analyzers: [analyzer(US, 'ACCOUNT_UNUSED_ACCESS')] },
    },
  });
  site.expect('accessanalyzer-external-enabled', HOME, 'pass');
  site.expect('accessanalyzer-external-enabled', SECOND, 'pass');
  site.expect('accessanalyzer-external-enabled', US, 'fail');
}
