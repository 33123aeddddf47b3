/** The root user: what the credential report says of it. */
import { accountResource, listingOf } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { derive, type Listing } from '../../observe/observed.ts';
import type { RootFacts } from '../../reasoning/root-credentials.ts';
import { credentialReport } from './credential-report.ts';

/** The account, with what the credential report says of its root user. */
export interface RootUser extends Resource, RootFacts {}

/**
 * Root signs in to no console there, whatever its keys.
 * Sources: AWS GovCloud (US) user guide, "Signing in"; Getting Started with AWS services in China, "IAM".
 */
const withoutRootSignIn = new Set(['aws-us-gov', 'aws-cn']);

export const rootUser = defineCollector({
  id: 'iam.root-user',
  service: 'iam',
  scope: 'global',
  calls: [],
  needs: { report: credentialReport },
  gather: (aws, { report }): Listing<RootUser> => {
    const settings = {
      reportedAt: derive((read) => read(report).generatedAt),
      password: derive((read) => read(read(read(report).root).password)),
      passwordUsedAt: derive((read) => read(read(read(report).root).passwordUsedAt)),
      keys: derive((read) => read(read(read(report).root).keys)),
    };
    const canSignIn = !withoutRootSignIn.has(aws.partition);
    return listingOf({ ...accountResource(aws, settings), canSignIn });
  },
});
