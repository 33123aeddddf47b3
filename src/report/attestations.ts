/** What persons attest, held against the moment and the account of a scan. */
import type { Attestation, AttestationLine, ResponsibilityLine } from './model.ts';

export interface Attested {
  /** One for each entry, in their order. */
  readonly lines: readonly AttestationLine[];
  /** What is in force, by the question that it answers. */
  readonly inForce: ReadonlyMap<string, NonNullable<ResponsibilityLine['attested']>>;
}

/** An attestation holds from its first day through its last, in UTC. Of several the one that was given last is in force. */
export function attestedOf(
  attestations: readonly Attestation[],
  scan: { readonly account: string; readonly now: Date },
): Attested {
  const today = scan.now.toISOString().slice(0, 10);
  const inForce = new Map<string, Attestation>();
  for (const each of attestations) {
    if (voidOf(each, scan.account, today) !== undefined) continue;
    const before = inForce.get(each.question);
    if (before === undefined || before.on <= each.on) inForce.set(each.question, each);
  }
  return {
    lines: attestations.map((each) => {
      const held = inForce.get(each.question) === each ? 'in-force' : 'replaced';
      return { ...each, state: voidOf(each, scan.account, today) ?? held };
    }),
    inForce: new Map([...inForce].map(([question, each]) => [question, givenOf(each)])),
  };
}

function voidOf(
  { account, on, until }: Attestation,
  scanned: string,
  today: string,
): 'other-account' | 'expired' | 'not-yet' | undefined {
  if (account !== undefined && account !== scanned) return 'other-account';
  if (until < today) return 'expired';
  return on > today ? 'not-yet' : undefined;
}

function givenOf({ answer, by, on, until, evidence }: Attestation) {
  return { answer, by, on, until, evidence };
}
