/** The operations of Amazon Macie that are sent, each with its IAM action and what its answers mean. */
import { macie } from './service.ts';

export const GetMacieSession = macie.operation(
  'GetMacieSession',
  (sdk) => sdk.GetMacieSessionCommand,
  {
    action: 'macie2:GetMacieSession',
    // Macie says with the code of a denial that it is off, and of a denial other words.
    absent: [{ code: 'AccessDeniedException', says: /Macie is not enabled/i }],
  },
);
