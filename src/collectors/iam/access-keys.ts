/**
 * The access keys of each IAM user. The credential report tells of all of them in one call, but of a key only when it
 * was "created or last changed" (IAM user guide, "Generate credential reports"), and it may be four hours old. That is
 * enough for most: a key is no younger than its date, and no older than its user. IAM is asked about the others.
 */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { type Limit, limitIn } from '../../collect/limit.ts';
import { perResource } from '../../collect/per-resource.ts';
import { derive, Observed } from '../../observe/observed.ts';
import { ageInDays } from '../../text/ages.ts';
import { credentialReport } from './credential-report.ts';
import type { ReportedUser } from './credential-report-rows.ts';
import { ListAccessKeys } from './operations.ts';
import { byReport } from './reported-users.ts';
import { type User, users } from './users.ts';

export interface AccessKey {
  /** Its id, or its number in the credential report, which tells no id. */
  readonly name: string;
  readonly active: boolean;
  /** It was made between the two; they are the same where IAM was asked. */
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface AccessKeys {
  readonly keys: readonly AccessKey[];
  /** When the credential report was made that tells of them; null where IAM was asked. */
  readonly reportedAt: Date | null;
}

/** How old an active key may be. */
export const keyAgeLimit: Limit = {
  check: 'iam-access-key-rotated',
  parameter: 'maxAgeDays',
  usual: 90,
};

/** For how many days a new key may stand beside the one that it replaces; 0 for none. */
export const keyGraceLimit: Limit = {
  check: 'iam-user-single-active-key',
  parameter: 'graceDays',
  usual: 0,
};

export const accessKeys = defineCollector({
  id: 'iam.access-keys',
  service: 'iam',
  scope: 'global',
  calls: [ListAccessKeys],
  needs: { users, report: credentialReport },
  gather: (aws, given) => {
    const maxAge = limitIn(aws.params, keyAgeLimit);
    const grace = limitIn(aws.params, keyGraceLimit);
    const isDated = (key: AccessKey, days: number) => overAge(key, days, aws.now) !== undefined;
    /** Whether what the report tells of the age of keys is enough for both limits. */
    const isEnough = ({ keys }: AccessKeys) => {
      const active = keys.filter((key) => key.active);
      const canBeInRotation = grace > 0 && active.length > 1;
      return active.every(
        (key) => isDated(key, maxAge) && (!canBeInRotation || isDated(key, grace)),
      );
    };
    const report = Observed.open(given.report);
    const rows = new Map(report.known ? report.value.users.map((row) => [row.arn, row]) : []);
    return perResource(given.users.items, async (user): Promise<Observed<AccessKeys>> => {
      const reported = reportedKeys(user, rows.get(user.arn));
      const told = Observed.open(reported);
      if (told.known && told.value && isEnough(told.value)) {
        return Observed.known(told.value, ...told.sources);
      }
      const listed = await aws.list(
        ListAccessKeys,
        { UserName: user.name },
        'AccessKeyMetadata',
        (key, members): AccessKey => {
          const { must } = members;
          const createdAt = must(key, 'CreateDate');
          const status = oneOf(must(key, 'Status'), ['Active', 'Inactive', 'Expired'], members);
          return {
            name: must(key, 'AccessKeyId'),
            active: status === 'Active',
            notBefore: createdAt,
            notAfter: createdAt,
          };
        },
        { key: ({ name }) => name },
      );
      return derive((read) => ({ keys: read.list(listed), reportedAt: null }));
    });
  },
});

/** Whether a key is older than so many days. The collector asks IAM wherever the limits leave that open. */
export function isOlder(key: AccessKey, days: number, now: Date): boolean {
  const isOver = overAge(key, days, now);
  if (isOver === undefined) throw new Error(`nobody asked IAM how old access key ${key.name} is`);
  return isOver;
}

function overAge({ notBefore, notAfter }: AccessKey, days: number, now: Date): boolean | undefined {
  if (ageInDays(notAfter, now) > days) return true;
  return ageInDays(notBefore, now) > days ? undefined : false;
}

/** Where reasons come from: nothing to say of what IAM was asked now. */
export function keysByReport({ reportedAt }: AccessKeys): string {
  return reportedAt ? ` ${byReport({ reportedAt })}` : '';
}

/** The keys as the report has them; null for a user that it does not have. */
function reportedKeys(user: User, row: ReportedUser | undefined): Observed<AccessKeys | null> {
  return derive((read) => {
    const notBefore = read(user.createdAt);
    // A user of that name who was deleted since is another.
    if (!row || notBefore > row.reportedAt) return null;
    read(row.rest);
    const keys = read(row.keys).map(({ slot, active, changedAt }) => ({
      name: String(slot),
      active,
      notBefore,
      notAfter: changedAt,
    }));
    return { keys, reportedAt: row.reportedAt };
  });
}
