/** Which credentials the root user has: from the credential report, and from what IAM counts now. */
import { failWhen } from '../judge/fail-when.ts';
import { ifKnown } from '../observe/if-known.ts';
import { all } from '../observe/logic.ts';
import type { Observed, Read } from '../observe/observed.ts';
import { minuteOf } from '../text/ages.ts';

/** An access key of the report, which tells no key id. */
export interface ReportedKey {
  /** Its place in the report, 1 or 2; not the order in which keys were made. */
  readonly slot: number;
  readonly active: boolean;
  /** When it was created, or last activated or deactivated. */
  readonly changedAt: Date;
  /** Null when it was never used. */
  readonly usedAt: Date | null;
}

/** The root user, as the report has it. */
export interface ReportedRoot {
  /** `not-told`: older reports, and those of partitions without a root sign-in, say nothing of root's password. */
  readonly password: Observed<'present' | 'absent' | 'not-told'>;
  readonly passwordUsedAt: Observed<Date | null>;
  readonly keys: Observed<readonly ReportedKey[]>;
}

/** What is known of the root user by the credential report. */
export interface RootFacts extends ReportedRoot {
  readonly reportedAt: Observed<Date>;
  /** Whether a root user can sign in, and so have MFA, in this partition at all. */
  readonly canSignIn: boolean;
}

/** What IAM counts in the account, as it is now. */
export interface AccountSummary {
  /** Whether root has an MFA device of any kind. */
  readonly rootMfa: Observed<boolean>;
  /** Whether root has an access key, active or not. */
  readonly rootKeys: Observed<boolean>;
  readonly rootPassword: Observed<'present' | 'absent' | 'not-told'>;
}

/** "by the credential report of 2026-11-22 09:14 UTC": for what only the report shows, which may be gone since. */
export function byReportOf(read: Read, { reportedAt }: Pick<RootFacts, 'reportedAt'>): string {
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
  root: RootFacts,
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
