/** The operations of Account Management that are sent, each with its IAM action and what its answers mean. */
import { veiledMembers } from '../../aws/evidence/redaction.ts';
import { account } from './service.ts';

export const GetAlternateContact = account.operation(
  'GetAlternateContact',
  (sdk) => sdk.GetAlternateContactCommand,
  {
    action: 'account:GetAlternateContact',
    absent: ['ResourceNotFoundException'],
    redact: veiledMembers(
      'AlternateContact.Name',
      'AlternateContact.Title',
      'AlternateContact.EmailAddress',
      'AlternateContact.PhoneNumber',
    ),
  },
);

export const GetContactInformation = account.operation(
  'GetContactInformation',
  (sdk) => sdk.GetContactInformationCommand,
  {
    action: 'account:GetContactInformation',
    redact: veiledMembers('ContactInformation.*'),
  },
);

export const ListRegions = account.operation('ListRegions', (sdk) => sdk.ListRegionsCommand, {
  action: 'account:ListRegions',
  pages: 'NextToken',
});
