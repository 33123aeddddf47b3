import check from '../../../checks/kms/key-rotation.ts';
import { testCheck } from '../../support/check-tester.ts';
import { kmsKey } from '../../support/kms.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const rotation = (isOn: boolean, period?: number) => ({
  rotations: everyone(known({ isOn, period })),
});
// Nothing was asked about a key that cannot rotate.
const unasked = {
  rotations: {
    of: () => {
      throw new Error('nothing was asked');
    },
  },
};

testCheck(check, {
  pass: [
    { name: 'it rotates', resource: kmsKey(), given: rotation(true, 90), reasons: ['90 days'] },
    { name: 'it rotates, the period unsaid', resource: kmsKey(), given: rotation(true) },
  ],
  fail: [{ name: 'it does not', resource: kmsKey(), given: rotation(false), severity: 'medium' }],
  unknown: [
    {
      name: 'the rotation may not be read',
      resource: kmsKey(),
      given: { rotations: everyone(unreadable()) },
    },
    {
      name: 'the key may not be described',
      resource: { ...kmsKey(), metadata: unreadable() },
      given: unasked,
    },
  ],
  'not-applicable': [
    {
      name: 'an asymmetric key',
      resource: kmsKey({ spec: 'RSA_2048' }),
      given: unasked,
      reasons: ['RSA_2048'],
    },
    { name: 'an HMAC key', resource: kmsKey({ spec: 'HMAC_256' }), given: unasked },
    {
      name: 'imported key material',
      resource: kmsKey({ origin: 'EXTERNAL' }),
      given: unasked,
      reasons: ['EXTERNAL'],
    },
    {
      name: 'a key store of its own',
      resource: kmsKey({ origin: 'AWS_CLOUDHSM' }),
      given: unasked,
    },
    {
      name: 'an external key store',
      resource: kmsKey({ origin: 'EXTERNAL_KEY_STORE' }),
      given: unasked,
    },
    {
      name: 'a replica',
      resource: kmsKey({ isReplica: true }),
      given: unasked,
      reasons: ['primary'],
    },
    { name: 'a key that goes', resource: kmsKey({ state: 'PendingDeletion' }), given: unasked },
    { name: 'a disabled key', resource: kmsKey({ state: 'Disabled' }), given: unasked },
  ],
  'out-of-scope': [
    {
      name: 'a key that AWS manages',
      resource: { ...kmsKey(), managed: { by: 'aws', reason: 'AWS manages it' } },
      given: unasked,
    },
  ],
});
