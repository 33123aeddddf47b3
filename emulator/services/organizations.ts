import * as sdk from '@aws-sdk/client-organizations';
import { organizations as service } from '../../src/collectors/organizations/service.ts';
import { emulate } from '../service.ts';

/** The account belongs to no organisation. */
export default emulate({
  service,
  sdk,
  Client: sdk.OrganizationsClient,
  plant: () => Promise.resolve(),
});
