import check from '../../../checks/ssm/document-not-public.ts';
import type { DocumentSharing } from '../../../src/collectors/ssm/documents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = {
  arn: 'arn:aws:ssm:eu-west-1:111122223333:document/deploy',
  type: 'AWS::SSM::Document',
  name: 'deploy',
  region: 'eu-west-1',
};
const shared = (sharing: DocumentSharing) => ({ documentSharing: everyone(known(sharing)) });

testCheck(check, {
  pass: [
    { name: 'it is private', resource, given: shared({ isPublic: false, accounts: [] }) },
    {
      name: 'it is shared with single accounts, which the reason names',
      resource,
      given: shared({ isPublic: false, accounts: ['444455556666'] }),
      reasons: ['444455556666'],
    },
  ],
  fail: [
    {
      name: 'it is shared with everyone',
      resource,
      given: shared({ isPublic: true, accounts: [] }),
      severity: 'critical',
    },
  ],
  unknown: [
    {
      name: 'its permissions may not be read',
      resource,
      given: { documentSharing: everyone(unreadable()) },
    },
  ],
});
