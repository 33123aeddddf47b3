/** What is known of each IAM user: one record that the credential report and every call of IAM tell alike. */
import { accountId, daysBefore, iamId, lastNumber, numbered, percent } from './identity.ts';
import type { Account } from './question.ts';

interface Key {
  readonly id: string;
  readonly isActive: boolean;
  readonly madeAt: Date;
  /** Undefined for one that was never used. */
  readonly usedAt: Date | undefined;
}

/** A user as the account has made it. */
export interface Person {
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  readonly madeAt: Date;
  /** Undefined for a user without a password. */
  readonly password: { readonly setAt: Date; readonly usedAt: Date | undefined } | undefined;
  readonly hasMfa: boolean;
  readonly keys: readonly Key[];
  readonly policies: {
    readonly attached: readonly string[];
    readonly inline: readonly string[];
  };
  readonly groups: readonly string[];
}

/** Seven in ten are people; the others are programs, which have keys and no password. */
export function personAt({ size, now }: Account, index: number): Person {
  const share = (aspect: string) => percent(aspect, 'user', index);
  const isPerson = share('kind') < 70;
  const name = numbered(isPerson ? 'person' : 'program', index);
  const madeDaysAgo = 60 + share('age') * 12;
  const madeAt = daysBefore(now, madeDaysAgo);
  const usedDaysAgo = share('password used') < 75 ? share('idle') % 40 : 60 + share('idle') * 2;
  const keys = Math.min(2, (isPerson ? 0 : 1) + (share('keys') < 25 ? 1 : 0));
  return {
    name,
    arn: `arn:aws:iam::${accountId}:user/${name}`,
    id: iamId('AIDA', index),
    madeAt,
    password: isPerson
      ? {
          setAt: daysBefore(now, Math.min(madeDaysAgo, 10 + share('password age') * 3)),
          usedAt: share('never') < 10 ? undefined : daysBefore(now, usedDaysAgo),
        }
      : undefined,
    hasMfa: isPerson && share('mfa') < 80,
    keys: Array.from({ length: keys }, (_, slot) => ({
      id: iamId('AKIA', index * 2 + slot),
      isActive: slot === 0 || share('second key') < 50,
      madeAt: daysBefore(now, Math.min(madeDaysAgo, 5 + share(`key ${slot}`) * 3)),
      usedAt: share(`key use ${slot}`) < 85 ? daysBefore(now, share('key idle') % 60) : undefined,
    })),
    policies: {
      attached: share('direct') < 12 ? ['ReadOnlyAccess'] : [],
      inline: share('inline') < 6 ? ['from-the-console'] : [],
    },
    groups: isPerson ? [numbered('group', index % size.counts.groups)] : [],
  };
}

/** The user of that name; undefined where there is none. */
export function personNamed(account: Account, name: string | undefined): Person | undefined {
  const index = lastNumber(name);
  if (index === undefined || index >= account.size.counts.users) return undefined;
  const person = personAt(account, index);
  return person.name === name ? person : undefined;
}
