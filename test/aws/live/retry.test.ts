import { describe, expect, it } from 'vitest';
import { patientRetry } from '../../../src/aws/live/retry.ts';

type Type = 'THROTTLING' | 'TRANSIENT' | 'SERVER_ERROR' | 'CLIENT_ERROR';

/** The longest pauses before each attempt, until the strategy gives up. */
async function pauses(errorType: Type, retryAfterHint?: Date): Promise<number[]> {
  const strategy = patientRetry(() => 1);
  const error = { name: 'Failed', message: 'failed' };
  let token = await strategy.acquireInitialRetryToken('test');
  const found: number[] = [];
  for (;;) {
    try {
      const hint = retryAfterHint ? { retryAfterHint } : {};
      token = await strategy.refreshRetryTokenForRetry(token, { error, errorType, ...hint });
    } catch {
      return found;
    }
    found.push(token.getRetryDelay());
  }
}

describe('retries', () => {
  it('try a throttled call eight times, with pauses that double up to eight seconds', async () => {
    expect(await pauses('THROTTLING')).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  it('try a broken connection and a server error three times', async () => {
    expect(await pauses('TRANSIENT')).toEqual([50, 100]);
    expect(await pauses('SERVER_ERROR')).toEqual([100, 200]);
  });

  it('do not repeat what AWS refused', async () => {
    expect(await pauses('CLIENT_ERROR')).toEqual([]);
  });

  it('wait as long as AWS asks, but never longer than eight seconds', async () => {
    const [first = 0] = await pauses('SERVER_ERROR', new Date(Date.now() + 3000));
    expect(first).toBeGreaterThan(2000);
    expect(first).toBeLessThanOrEqual(3000);
    expect(await pauses('SERVER_ERROR', new Date(Date.now() + 3_600_000))).toEqual([8000, 8000]);
  });

  it('keep no budget that other calls could spend', async () => {
    const strategy = patientRetry(() => 0);
    const error = { error: { name: 'SlowDown', message: '' }, errorType: 'THROTTLING' as const };
    for (let call = 0; call < 1000; call += 1) {
      const token = await strategy.acquireInitialRetryToken('test');
      const again = await strategy.refreshRetryTokenForRetry(token, error);
      expect(again.getRetryCount()).toBe(1);
    }
  });
});
