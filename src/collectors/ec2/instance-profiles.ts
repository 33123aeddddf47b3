/** The roles in instance profiles. IAM tells them with each role, so no profile has to be asked about. */
import { lookupBy } from '../../collect/lookup.ts';
import type { IamRole } from '../iam/authorization-details.ts';

/** The roles that lie in a profile, by its ARN. A profile without a role, or one that was deleted, has none. */
export const rolesByProfile = lookupBy<IamRole>(({ profiles }, read) => read(profiles));
