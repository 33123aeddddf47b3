import * as sdk from '@aws-sdk/client-sso-admin';
import { z } from 'zod';
import { sso as service } from '../../src/collectors/sso/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';

/** The instances of IAM Identity Center that the account sees. */
const state = z.strictObject({
  instances: z.array(z.strictObject({ arn: z.string(), storeId: z.string() })).default([]),
});

export default emulate({
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
  plant: () => Promise.resolve(),
});
