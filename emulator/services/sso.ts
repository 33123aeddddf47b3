import * as sdk from '@aws-sdk/client-sso-admin';
import { z } from 'zod';
import { sso as service } from '../../src/collectors/sso/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { HOME } from '../site.ts';

/** The instances of IAM Identity Center that the account sees. */
const state = z.strictObject({
  instances: z.array(z.strictObject({ arn: z.string(), storeId: z.string() })).default([]),
});

const sso = emulate({
  service,
  sdk,
  Client: sdk.SSOAdminClient,
  state,
  answers: {
    ListInstances: (request, { instances }) =>
      success(request, {
        Instances: instances.map(({ arn, storeId }) => ({
          InstanceArn: arn,
          IdentityStoreId: storeId,
          Status: 'ACTIVE',
        })),
      }),
  },
  plant: async (site) => {
    const arn = 'arn:aws:sso:::instance/ssoins-6987d1a2b3c4e5f6';
    await site.set(
      'state',
      sso.state({ [HOME]: { instances: [{ arn, storeId: 'd-9967113cb1' }] } }),
    );
  },
});

export default sso;
