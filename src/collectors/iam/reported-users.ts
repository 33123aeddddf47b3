/** The IAM users of the account, as the credential report has them. The root user is not one of them. */
import { defineCollector } from '../../collect/collector.ts';
import { type Listing, startReading } from '../../observe/observed.ts';
import { minuteOf } from '../../text/ages.ts';
import { credentialReport } from './credential-report.ts';
import type { ReportedUser } from './credential-report-rows.ts';

export const reportedUsers = defineCollector({
  id: 'iam.reported-users',
  service: 'iam',
  scope: 'global',
  calls: [],
  needs: { report: credentialReport },
  gather: (_aws, { report }): Listing<ReportedUser> => {
    const { read, sources } = startReading();
    const { users, gaps } = read(report);
    return { items: users, gaps, sources: [...sources] };
  },
});

/** Where a reason comes from, since the report may be up to four hours old. */
export function byReport({ reportedAt }: Pick<ReportedUser, 'reportedAt'>): string {
  return `(credential report of ${minuteOf(reportedAt)})`;
}
