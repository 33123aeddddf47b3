import {
  AccountClient,
  PutAlternateContactCommand,
  PutContactInformationCommand,
} from '@aws-sdk/client-account';
import * as sdk from '@aws-sdk/client-account';
import { account as service } from '../../src/collectors/account/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Contacts: billing has one of its own, security has none. */
async function plant(site: Site): Promise<void> {
  const account = site.client(AccountClient, US);
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
}

export default emulate({ service, sdk, Client: AccountClient, plant });
