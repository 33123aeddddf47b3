/** Restores by AWS Backup that came to their end, of which nobody asks where it protects nothing. */
import { defineCollector } from '../../collect/collector.ts';
import { hasAny, listWhere } from '../../collect/list-where.ts';
import type { Observed } from '../../observe/observed.ts';
import { ListRestoreJobs } from './operations.ts';
import { protectedResources } from './protected-resources.ts';

export interface Restore {
  readonly jobId: string;
  readonly endedAt: Observed<Date>;
}

/** The largest page of the operation. */
const jobsPerPage = 1000;

export const completedRestores = defineCollector({
  id: 'backup.completed-restores',
  service: 'backup',
  scope: 'regional',
  calls: [ListRestoreJobs],
  needs: { protectedResources },
  gather: (aws, given) =>
    listWhere(hasAny(given.protectedResources), () =>
      aws.list(
        ListRestoreJobs,
        { ByStatus: 'COMPLETED', MaxResults: jobsPerPage },
        'RestoreJobs',
        (job, { must, observe, unusable }): Restore => ({
          jobId: must(job, 'RestoreJobId'),
          endedAt: observe(() =>
            must(job, 'Status') === 'COMPLETED'
              ? must(job, 'CompletionDate')
              : unusable('a restore is listed as completed, and its Status says otherwise'),
          ),
        }),
        { key: ({ jobId }) => jobId },
      ),
    ),
});
