import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/aws/live/retry.ts';

interface Facts {
  readonly code?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as the SDK throws it. */
function sdkError(name: string, { code, status, headers }: Facts = {}): Error {
  return Object.assign(new Error(name), {
    name,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { $metadata: { httpStatusCode: status } }),
    ...(headers === undefined ? {} : { $response: { statusCode: status ?? 503, headers } }),
  });
}

/** The longest pauses before each attempt, until it is given up. */
function pauses(error: unknown, random = () => 1): number[] {
  const found: number[] = [];
  for (let made = 1; ; made += 1) {
    const { rest } = verdictOf(error, made, random);
    if (rest === undefined) return found;
    found.push(rest);
  }
}

describe('retries', () => {
  it.each([
    ['ThrottlingException', 400],
    ['RequestLimitExceeded', 503],
    ['SlowDown', 503],
    ['LimitExceeded', 409],
    ['Whatever', 429],
  ])(
    'try a call throttled by %s eight times, with pauses that double up to eight seconds',
    (name, status) => {
      const error = sdkError(name, { status });
      expect(pauses(error)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
      expect(verdictOf(error, 1).host).toBe('throttled');
    },
  );

  it('draw the pause from nothing to all of it, so that calls do not come back together', () => {
    const error = sdkError('SlowDown', { status: 503 });
    expect(pauses(error, () => 0)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(pauses(error, () => 0.5)[1]).toBe(500);
  });

  it.each([
    ['a broken connection', sdkError('Error', { code: 'ECONNRESET' }), 'unknown', [50, 100]],
    ['a time-out', sdkError('TimeoutError'), 'timed-out', [50, 100]],
    ['a time-out of the socket', sdkError('Error', { code: 'ETIMEDOUT' }), 'timed-out', [50, 100]],
    ['a name that is not found', sdkError('Error', { code: 'ENOTFOUND' }), 'unknown', [50, 100]],
    ['a 503', sdkError('ServiceUnavailable', { status: 503 }), 'answered', [50, 100]],
    ['another 5xx', sdkError('Odd', { status: 507 }), 'answered', [100, 200]],
  ] as const)('try %s three times', (_, error, host, expected) => {
    expect(pauses(error)).toEqual(expected);
    expect(verdictOf(error, 1).host).toBe(host);
  });

  it.each([
    ['what AWS refused', sdkError('AccessDenied', { status: 403 }), 'answered'],
    ['an answer that is broken', sdkError('TruncatedAnswer'), 'unknown'],
    ['an answer that is too large', sdkError('AnswerTooLarge'), 'unknown'],
    ['credentials that are late', sdkError('CredentialsTimeout'), 'unknown'],
    ['what is no error at all', 'a string', 'unknown'],
  ])('do not repeat %s', (_, error, host) => {
    expect(verdictOf(error, 1)).toEqual({ host });
  });

  it('wait as long as AWS asks, but never longer than eight seconds', () => {
    const asked = (seconds: string) =>
      sdkError('InternalError', { status: 500, headers: { 'retry-after': seconds } });
    const [first = 0] = pauses(asked('3'), () => 0);
    expect(first).toBeGreaterThan(2000);
    expect(first).toBeLessThanOrEqual(3000);
    expect(pauses(asked('3600'), () => 0)).toEqual([8000, 8000]);
  });

  it('try again where the SDK has learned that the clock is off', () => {
    const error = sdkError('RequestTimeTooSkewed', { status: 403 });
    expect(pauses(error)).toEqual([]);
    expect(
      pauses(
        Object.assign(error, { $metadata: { httpStatusCode: 403, clockSkewCorrected: true } }),
      ),
    ).toEqual([50, 100]);
  });
});
