/**
 * Whether a bucket policy is public. AWS's own status decides where there is one; our reading of the policy stands
 * beside it, decides where AWS says nothing and the reading is certain, and tells what a public policy opens.
 */
import {
  CannotTell,
  type Cause,
  Observed,
  type Read,
  startReading,
} from '../../observe/observed.ts';
import type { Policy } from '../../policy/document.ts';
import { type PublicAccess, readPublicAccess } from '../../policy/public.ts';

/**
 * AWS's verdict on a bucket policy. `untold` is an answer without one, as emulators give it. `unasked`: no verdict is
 * needed, since the policy surely lets no stranger in, or RestrictPublicBuckets takes a public policy its effect.
 */
export type PolicyStatus = 'public' | 'not-public' | 'no-policy' | 'unasked' | 'untold';

/** What a policy opens on its own, whatever blocks stand before it. */
export interface PolicyOpening {
  readonly open: boolean;
  readonly reasons: readonly string[];
}

/** Throws `CannotTell` where AWS's status is missing and our reading may differ from it. */
export function publicPolicy(
  read: Read,
  status: Observed<PolicyStatus>,
  policy: Observed<Policy | null>,
): PolicyOpening {
  const told = Observed.open(status);
  const document = Observed.open(policy);
  const verdict = told.known ? read(status) : 'untold';
  const seen = document.known ? read(policy) : undefined;
  if (verdict === 'no-policy') return { open: false, reasons: ['there is no bucket policy'] };
  const reading = seen ? readBucketPolicy(seen) : undefined;
  if (verdict === 'public') return { open: true, reasons: whyPublic(reading) };
  if (verdict === 'not-public') return { open: false, reasons: whyNotPublic(reading) };

  const unreadStatus = told.known ? [] : told.causes;
  if (!document.known) throw new CannotTell([...unreadStatus, ...document.causes]);
  if (!reading) return { open: false, reasons: ['there is no bucket policy'] };
  if (isSurelyPublic(reading)) return { open: true, reasons: openings(reading) };
  if (!reading.public && reading.certain) {
    return { open: false, reasons: ['no statement of the policy is open', ...reading.notes] };
  }
  const why = ['AWS gave no status of the policy', ...reading.notes].join('; ');
  throw new CannotTell([...unreadStatus, ...causesOf([policy], why)]);
}

/**
 * What a public policy lets the public write.
 *
 * @param isPublic what `publicPolicy` found
 */
export function publicWrites(
  read: Read,
  isPublic: Observed<PolicyOpening>,
  policy: Observed<Policy | null>,
): PolicyOpening {
  const opening = read(isPublic);
  if (!opening.open) return opening;
  const document = read(policy);
  const reading = document ? readBucketPolicy(document) : undefined;
  if (reading?.access.write) {
    const writing = reading.statements.filter(({ access }) => access.write);
    return { open: true, reasons: writing.map(({ reason }) => reason) };
  }
  // Where AWS counts statements as public that we hold to be limited, what those give counts as well.
  if (document && readBucketPolicy(withoutLimits(document)).access.write) {
    const isClear = reading && isSurelyPublic(reading) && reading.certain;
    if (!isClear) {
      throw new CannotTell(
        causesOf(
          [isPublic, policy],
          'AWS counts the policy as public, but not for which statement',
        ),
      );
    }
  }
  return { open: false, reasons: ['the policy is public, but lets the public write nothing'] };
}

/** Whether our reading of the policy leaves AWS nothing to say: it is not public by AWS's own rule. */
export function isSurelyNotPublic(policy: Policy): boolean {
  const reading = readBucketPolicy(policy);
  return !reading.public && reading.certain;
}

function readBucketPolicy(policy: Policy): PublicAccess {
  return readPublicAccess(policy, { service: 's3', holder: 'bucket' });
}

/** One open statement makes a policy public; only Denies that take all of it back leave AWS's view open. */
function isSurelyPublic({ statements }: PublicAccess): boolean {
  return statements.some(({ takenBack }) => !takenBack);
}

function withoutLimits({ statements }: Policy): Policy {
  return {
    statements: statements.map((statement) =>
      statement.effect === 'Allow' ? { ...statement, conditions: [] } : statement,
    ),
  };
}

function openings({ statements }: PublicAccess): readonly string[] {
  return statements.map(({ reason }) => reason);
}

function whyPublic(reading: PublicAccess | undefined): readonly string[] {
  if (!reading) return ['AWS counts the policy as public'];
  if (reading.public) return [...openings(reading), 'AWS counts the policy as public'];
  return ['AWS counts the policy as public, though no statement reads as open', ...reading.notes];
}

function whyNotPublic(reading: PublicAccess | undefined): readonly string[] {
  if (!reading) return ['AWS does not count the policy as public'];
  if (!isSurelyPublic(reading))
    return ['AWS does not count the policy as public', ...reading.notes];
  return ['AWS does not count the policy as public, though it reads so', ...openings(reading)];
}

/** The cause that calls which went well do not tell enough. */
function causesOf(inputs: readonly Observed<unknown>[], detail: string): readonly Cause[] {
  const { read, sources } = startReading();
  for (const input of inputs) read(input);
  const [source] = sources;
  return source ? [{ reason: 'failed', detail, source }] : [];
}
