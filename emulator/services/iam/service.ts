import * as sdk from '@aws-sdk/client-iam';
import { z } from 'zod';
import { iam as service } from '../../../src/collectors/iam/service.ts';
import { failure, success } from '../../gate/answer.ts';
import { emulate } from '../../service.ts';
import { ACCOUNT_ID, US } from '../../site.ts';
import { INSTANCE_PROFILE, plantIamRoles } from './roles.ts';
import { plantIam } from './users.ts';

const state = z.strictObject({
  /** What ListOrganizationsFeatures answers: the features, or the code of an error. */
  organizationsFeatures: z
    .union([z.array(z.enum(['RootCredentialsManagement', 'RootSessions'])), z.string()])
    .default('OrganizationNotFoundException'),
});

const iam = emulate({
  service,
  sdk,
  Client: sdk.IAMClient,
  state,
  answers: {
    ListOrganizationsFeatures: (request, { organizationsFeatures }) => {
      if (typeof organizationsFeatures === 'string') {
        const message = 'The organization does not allow this request.';
        return failure(request, { code: organizationsFeatures, message, status: 400 });
      }
      const members = organizationsFeatures.map((feature) => `<member>${feature}</member>`);
      const id = '<OrganizationId>o-exampleorgid</OrganizationId>';
      return success(request, `${id}<EnabledFeatures>${members.join('')}</EnabledFeatures>`);
    },
  },
  plant: async (site) => {
    await plantIam(site);
    await plantIamRoles(site);
    // The account manages an organisation: its central root access is on.
    const organizationsFeatures = ['RootCredentialsManagement' as const];
    await site.set('state', iam.state({ [US]: { organizationsFeatures } }));
    site.expect('organizations-central-root-access', `arn:aws:iam::${ACCOUNT_ID}:root`, 'pass');
    return { instanceProfile: INSTANCE_PROFILE };
  },
});
export default iam;
