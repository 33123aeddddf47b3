/** What Amazon Inspector scans in a Region, for tests. */
import type { ScanStatus } from '../../src/collectors/inspector/scanning.ts';
import { theAccount } from './account.ts';
import { known, unreadable } from './observe.ts';

type Kind = 'ec2' | 'ecr' | 'lambda' | 'lambdaCode';

/** Everything is off but for one kind. */
export function scanningWith(kind: Kind, status: ScanStatus | 'unread', region = 'eu-west-1') {
  const off = known<ScanStatus>('DISABLED');
  const settings = { ec2: off, ecr: off, lambda: off, lambdaCode: off };
  const is = status === 'unread' ? unreadable() : known(status);
  return theAccount({ ...settings, [kind]: is }, region);
}

/** What all checks of this kind say. */
export function scanCases(kind: Kind) {
  return {
    on: { name: 'it is on', resource: scanningWith(kind, 'ENABLED') },
    off: { name: 'it is off', resource: scanningWith(kind, 'DISABLED'), reasons: ['is off'] },
    suspended: {
      name: 'it is suspended',
      resource: scanningWith(kind, 'SUSPENDED'),
      reasons: ['is suspended'],
    },
    starting: {
      name: 'it is being turned on',
      resource: scanningWith(kind, 'ENABLING'),
      reasons: ['does not scan yet'],
    },
    unread: { name: 'it may not be read', resource: scanningWith(kind, 'unread') },
  };
}
