/** The operations of Account Management that are sent, each with its IAM action and what its answers mean. */
import { account } from './service.ts';

export const GetAlternateContact = account.operation(
  'GetAlternateContact',
  (sdk) => sdk.GetAlternateContactCommand,
  {
    action: 'account:GetAlternateContact',
    absent: ['ResourceNotFoundException'],
    redact: ({ AlternateContact, ...rest }) =>
      AlternateContact ? { ...rest, AlternateContact: veiled(AlternateContact) } : rest,
  },
);

export const GetContactInformation = account.operation(
  'GetContactInformation',
  (sdk) => sdk.GetContactInformationCommand,
  {
    action: 'account:GetContactInformation',
    redact: ({ ContactInformation, ...rest }) =>
      ContactInformation ? { ...rest, ContactInformation: veiled(ContactInformation) } : rest,
  },
);

export const ListRegions = account.operation('ListRegions', (sdk) => sdk.ListRegionsCommand, {
  action: 'account:ListRegions',
  pages: 'NextToken',
});

/** Every text in place of which it is enough to know that it is there. */
function veiled<V extends object>(contact: V): V {
  const members = Object.entries(contact).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'string' && value.trim() !== '' ? 'on file' : value,
  ]);
  return Object.assign({ ...contact }, Object.fromEntries(members));
}
