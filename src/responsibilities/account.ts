/**
 * The account itself and its organisation: a service of our own making, since contacts, enabled regions and
 * organisation policies belong to no other. Source: AWS Account Management Reference Guide and AWS Organizations
 * User Guide, which leave contacts, region choice and policies to the customer and their enforcement to AWS.
 */
import type { ExceptionGroup } from './terms.ts';

export const accountExceptions: readonly ExceptionGroup[] = [
  {
    services: ['account'],
    layers: {
      'application-code': {
        customerPart: 'Secures the automation that creates, configures and closes accounts.',
      },
      'identity-and-access': {
        customerPart:
          'Keeps the primary and alternate contacts correct, attaches service and resource control policies and delegates administration of security services.',
        awsPart:
          'Evaluates organisation policies on requests of member accounts and writes to the contacts on file.',
      },
      'client-side-encryption': {
        customerPart: 'Puts nothing confidential into account names, tags and policy texts.',
        awsPart: 'Offers no encryption of these fields by the client.',
      },
      'server-side-encryption-at-rest': {
        owner: 'aws',
        customerPart: 'Nothing to do; the service offers no choice of key.',
        awsPart: 'Stores and protects contact details and organisation policies.',
      },
      'data-and-data-location': {
        customerPart:
          'Enables and uses only the regions that the owner of the data approved and closes accounts that are no longer needed.',
        awsPart:
          'Leaves opt-in regions off until the customer enables them and keeps content in the chosen region.',
      },
      'logging-and-monitoring': {
        customerPart:
          'Reads and answers notices from AWS, responds to incidents, holds security audits and reviews the structure of the organisation.',
        awsPart:
          'Sends security, abuse and health notices and records changes of accounts as events.',
      },
    },
  },
];
