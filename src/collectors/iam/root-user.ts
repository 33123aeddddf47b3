/** The root user: what the credential report says of it, and which credentials it has. */
import { minuteOf } from '../../text/ages.ts';
import { accountResource, listingOf } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { all } from '../../observe/logic.ts';
import { failWhen } from '../../judge/fail-when.ts';
import { derive, type Listing, type Observed, type Read } from '../../observe/observed.ts';
import type { AccountSummary } from './account-summary.ts';
import { credentialReport } from './credential-report.ts';
import type { ReportedRoot } from './credential-report-rows.ts';
import { ifKnown } from '../../observe/if-known.ts';

/** The account, with what the credential report says of its root user. */
export interface RootUser extends Resource, ReportedRoot {
  readonly reportedAt: Observed<Date>;
  /** Whether a root user can sign in, and so have MFA, in this partition at all. */
  readonly canSignIn: boolean;
}

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

/** "by the credential report of 2026-11-22 09:14 UTC": for what only the report shows, which may be gone since. */
export function byReportOf(read: Read, { reportedAt }: Pick<RootUser, 'reportedAt'>): string {
  const generatedAt = ifKnown(() => read(reportedAt));
  return generatedAt ? `by the credential report of ${minuteOf(generatedAt)}` : 'by the report';
}

/**
 * The credentials of root, in words; none where it has none, as in member accounts whose root access the organisation
 * manages. An inactive key counts, since root can activate it again. Both sources must agree that there is none: the
 * report may miss what came after it, and only the report says that root has no password at all.
 */
export function rootCredentials(
  read: Read,
  root: RootUser,
  summary: AccountSummary,
): readonly string[] {
  const { canSignIn } = root;
  const byReport = byReportOf(read, root);
  const summaryHasPassword = () => read(summary.rootPassword) === 'present';
  const reportSays = (password: string) => () =>
    canSignIn &&
    all(
      () => !summaryHasPassword(),
      () => read(root.password) === password,
    );
  const verdict = failWhen(
    {
      'root has a password': () => canSignIn && summaryHasPassword(),
      [`root has a password ${byReport}`]: reportSays('present'),
      'the credential report does not tell whether root has a password, so one is assumed':
        reportSays('not-told'),
      'root has an access key': () => read(summary.rootKeys),
      [`root has an access key ${byReport}`]: () =>
        all(
          () => !read(summary.rootKeys),
          () => read(root.keys).some(({ active }) => active),
        ),
    },
    'none',
  );
  return verdict.outcome === 'fail' ? verdict.reasons : [];
}
