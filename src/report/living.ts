/** What owners accept and persons attest, as they wrote it and as a report tells what came of it. */

/** A file beside the evidence that a report rests on, by its content. */
export interface Material {
  /** The option that names such a file. */
  readonly kind: 'config' | 'mute' | 'attest';
  /** Of the file, without its folders. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 (hex). */
  readonly sha256: string;
}
/**
 * What an owner accepts until a day. A failure that fits all that is said is muted: it stays a failure, and is counted apart.
 * `*` stands for any letters, `\*` for a star; whatever is left out fits everything.
 */
export interface Mute {
  /** The id of a check, or a pattern of ids. */
  readonly check: string;
  /** Twelve digits. */
  readonly account?: string;
  /** A Region, `global`, or a pattern. */
  readonly region?: string;
  /** A pattern of the whole ARN where it begins with `arn:`, of the whole name where it does not. */
  readonly resource?: string;
  /** Only of what has each of these tags: the key as it is, and a pattern of its value. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, in UTC: 2027-01-31. */
  readonly until: string;
}

export interface MuteLine extends Mute {
  /**
   * `void`: its day was past when the scan began. `matches-nothing`: no finding fits it. `nothing-to-mute`: what fits does
   * not fail, or entries before it mute that. `not-asked`: it is about another account, or about checks or Regions that this
   * scan did not read. `tags-unread`: no finding is known to fit it, and of some that otherwise would the tags could not be told.
   */
  readonly state:
    | 'in-force'
    | 'void'
    | 'matches-nothing'
    | 'nothing-to-mute'
    | 'not-asked'
    | 'tags-unread';
  /** Findings that fit, whatever their outcome; of a void one, those that it would have been about. */
  readonly matched: number;
  /** Failures that it mutes. A failure that several entries fit is muted by the first. */
  readonly muted: number;
  /** Findings that fit all but the tags, of which the tags could not be told: it mutes none of them. Left out where there are none. */
  readonly untold?: number;
}

/** A person's answer to a question that no API answers, for a time. It says that the customer's part is done. */
export interface Attestation {
  /** The id of the responsibility line that asks. */
  readonly question: string;
  /** Twelve digits; left out where it is given for every account. */
  readonly account?: string;
  readonly answer: string;
  /** Who attests. */
  readonly by: string;
  /** The day on which it was given, and the last on which it holds, in UTC: 2027-01-31. */
  readonly on: string;
  readonly until: string;
  /** Where what shows it is kept. */
  readonly evidence: readonly string[];
}

export interface AttestationLine extends Attestation {
  /**
   * `expired`, `not-yet`: the scan began after or before its days, so it is void. `other-account`: it is not about the account
   * that was scanned. `replaced`: a later one in force answers the same question.
   */
  readonly state: 'in-force' | 'expired' | 'not-yet' | 'other-account' | 'replaced';
}
