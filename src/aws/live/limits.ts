/** How long, and how large: every wait of a scan has a bound. Times are milliseconds. */
export interface Limits {
  /** For a connection, with its TLS handshake. */
  readonly connect: number;
  /** For a whole answer, from the request to its last byte. */
  readonly answer: number;
  /**
   * The same for a host that left another request unanswered. Three time-outs in a row and a host is given up: a Region
   * that is silent holds the scan for 30 + 10 + 10 seconds.
   */
  readonly doubted: number;
  /** For the bytes of an answer. */
  readonly bytes: number;
  /**
   * For credentials. A person may have to touch a key meanwhile; the code of an MFA device, which srm-scan asks for
   * itself, has all the time it needs.
   */
  readonly credentials: number;
}

export const usualLimits: Limits = {
  connect: 5000,
  answer: 30_000,
  doubted: 10_000,
  bytes: 64 * 2 ** 20,
  credentials: 90_000,
};
