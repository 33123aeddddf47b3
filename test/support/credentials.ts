/** Users and root users as the credential report gives them. */
import type { AccountSummary } from '../../src/reasoning/root-credentials.ts';
import type { ReportedUser } from '../../src/collectors/iam/credential-report-rows.ts';
import type { ReportedKey } from '../../src/reasoning/root-credentials.ts';
import type { RootUser } from '../../src/collectors/iam/root-user.ts';
import { account, daysAgo, now } from './check-tester.ts';
import { known } from './observe.ts';

export function reportedUser(facts: Partial<ReportedUser> = {}): ReportedUser {
  return {
    arn: `arn:aws:iam::${account}:user/ines`,
    type: 'AWS::IAM::User',
    name: 'ines',
    region: 'global',
    reportedAt: new Date('2026-11-22T09:14:00Z'),
    createdAt: known(daysAgo(300)),
    passwordEnabled: known(false),
    password: known(null),
    mfaActive: known(false),
    keys: known([]),
    rest: known([]),
    ...facts,
  };
}

/** A console password, and the days since it was used; null when it never was. */
export function password(setDaysAgo: number, usedDaysAgo: number | null) {
  const usedAt = usedDaysAgo === null ? null : daysAgo(usedDaysAgo);
  return { passwordEnabled: known(true), password: known({ setAt: daysAgo(setDaysAgo), usedAt }) };
}

export function reportedKey(facts: Partial<ReportedKey> = {}): ReportedKey {
  return { slot: 1, active: true, changedAt: daysAgo(10), usedAt: daysAgo(1), ...facts };
}

/** A root user with a password, no key, and no use to speak of. */
export function rootUser(facts: Partial<RootUser> = {}): RootUser {
  return {
    arn: `arn:aws:iam::${account}:root`,
    type: 'AWS::::Account',
    name: account,
    region: 'global',
    canSignIn: true,
    reportedAt: known(new Date(now.getTime() - 3_600_000)),
    password: known('present'),
    passwordUsedAt: known(null),
    keys: known([]),
    ...facts,
  };
}

/** What IAM counts now: a root user with a password and nothing else. */
export function accountSummary(facts: Partial<AccountSummary> = {}): AccountSummary {
  return {
    rootMfa: known(false),
    rootKeys: known(false),
    rootPassword: known('present'),
    ...facts,
  };
}
