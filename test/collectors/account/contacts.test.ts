import {
  AccountClient,
  GetAlternateContactCommand,
  GetContactInformationCommand,
} from '@aws-sdk/client-account';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { primaryContact, securityContact } from '../../../src/collectors/account/contacts.ts';
import { GetAlternateContact } from '../../../src/collectors/account/operations.ts';
import type { Collector } from '../../../src/collect/collector.ts';
import { type Listing, type Observed, startReading } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(AccountClient);

interface Contact {
  readonly missing: Observed<readonly string[] | null>;
}

async function missingOf(collector: Collector<Listing<Contact>>) {
  const { value } = await gatherFrom(collector);
  const [contact] = value.items;
  if (!contact) throw new Error('the account is missing');
  return startReading().read(contact.missing);
}

beforeEach(() => {
  client.reset();
});

it('a contact that is not there is known, and a denial is not', async () => {
  client
    .on(GetAlternateContactCommand)
    .rejectsOnce(fault('ResourceNotFoundException'))
    .rejectsOnce(fault('AccessDeniedException'));
  expect(await missingOf(securityContact)).toBeNull();
  await expect(missingOf(securityContact)).rejects.toThrow('account:GetAlternateContact');
});

it('tells what the security contact lacks', async () => {
  client.on(GetAlternateContactCommand, { AlternateContactType: 'SECURITY' }).resolves(
    answer({
      AlternateContact: {
        Name: 'Security',
        EmailAddress: 'security@example.com',
        PhoneNumber: ' ',
      },
    }),
  );
  expect(await missingOf(securityContact)).toEqual(['phone number']);
});

it('tells what the primary contact lacks', async () => {
  client.on(GetContactInformationCommand).resolves(
    answer({
      ContactInformation: {
        FullName: 'Example Ltd',
        AddressLine1: 'Main Street 1',
        City: 'Dublin',
        CountryCode: 'IE',
        PhoneNumber: '+353 1 000 0000',
        PostalCode: undefined,
      },
    }),
  );
  expect(await missingOf(primaryContact)).toEqual(['postal code']);
});

it('keeps no personal data', () => {
  const kept = GetAlternateContact.redact?.({
    ...answer({}),
    AlternateContact: { Name: 'Ann Example', EmailAddress: 'ann@example.com', PhoneNumber: '' },
  });
  expect(kept?.AlternateContact).toEqual({
    Name: 'on file',
    EmailAddress: 'on file',
    PhoneNumber: '',
  });
});
