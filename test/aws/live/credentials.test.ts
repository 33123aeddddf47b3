import type { AwsCredentialIdentity } from '@smithy/types';
import { describe, expect, it } from 'vitest';
import { patient, shared } from '../../../src/aws/live/credentials.ts';
import { holdClock } from '../../support/held-clock.ts';

const minute = 60_000;

/** A source of credentials that last for so many minutes, and its clock. */
function sourceOf(minutes: number | undefined) {
  let now = Date.parse('2026-11-22T12:00:00Z');
  let isBroken = false;
  let asked = 0;
  const resolve = (): Promise<AwsCredentialIdentity> => {
    asked += 1;
    if (isBroken) return Promise.reject(new Error('STS says no'));
    return Promise.resolve({
      accessKeyId: `key ${asked}`,
      secretAccessKey: 'x',
      ...(minutes === undefined ? {} : { expiration: new Date(now + minutes * minute) }),
    });
  };
  const provider = shared(resolve, () => now);
  return {
    /** The key that a client gets, so many minutes later. */
    keyAfter: async (later: number) => {
      now += later * minute;
      const { accessKeyId } = await provider();
      // New ones are fetched beside.
      await new Promise(setImmediate);
      return accessKeyId;
    },
    provider,
    asked: () => asked,
    breaks: () => {
      isBroken = true;
    },
    mends: () => {
      isBroken = false;
    },
  };
}

describe('credentials', () => {
  it('are resolved once for all clients', async () => {
    const { provider, asked } = sourceOf(undefined);
    await Promise.all([provider(), provider()]);
    await provider();
    expect(asked()).toBe(1);
  });

  it('that never end are never renewed', async () => {
    const { keyAfter, asked } = sourceOf(undefined);
    await keyAfter(0);
    expect(await keyAfter(10_000)).toBe('key 1');
    expect(asked()).toBe(1);
  });

  it('are renewed five minutes before they end', async () => {
    const { keyAfter, asked } = sourceOf(60);
    await keyAfter(0);
    await keyAfter(54.9);
    expect(asked()).toBe(1);
    await keyAfter(0.2);
    expect(asked()).toBe(2);
    expect(await keyAfter(0)).toBe('key 2');
  });

  it('that are short are renewed after half of their time', async () => {
    const { keyAfter, asked } = sourceOf(4);
    await keyAfter(0);
    await keyAfter(1.9);
    expect(asked()).toBe(1);
    await keyAfter(0.2);
    expect(asked()).toBe(2);
  });

  it('are used to their end when new ones are refused, and asked for twice a minute (F69)', async () => {
    const { keyAfter, asked, breaks, mends } = sourceOf(60);
    await keyAfter(0);
    breaks();
    expect(await keyAfter(55.1)).toBe('key 1');
    expect(await keyAfter(0.4)).toBe('key 1');
    expect(asked()).toBe(2);
    expect(await keyAfter(0.2)).toBe('key 1');
    expect(asked()).toBe(3);
    expect(await keyAfter(4.2)).toBe('key 1');
    await expect(keyAfter(0.2)).rejects.toThrow('STS says no');
    mends();
    expect(await keyAfter(0)).toBe('key 6');
  });

  it('that could not be had are asked for again', async () => {
    const { keyAfter, breaks, mends } = sourceOf(60);
    breaks();
    await expect(keyAfter(0)).rejects.toThrow('STS says no');
    mends();
    expect(await keyAfter(0)).toBe('key 2');
  });
});

describe('the wait for credentials (F62)', () => {
  const never = () => new Promise<AwsCredentialIdentity>(() => undefined);

  it('ends, and says what hangs', async () => {
    const clock = holdClock();
    let error: unknown;
    patient(never, { source: 'the credential_process', limit: 90_000, clock })().catch(
      (reason: unknown) => (error = reason),
    );
    await clock.pass(89_999);
    expect(error).toBeUndefined();
    await clock.pass(1);
    await clock.pass(0);
    expect(error).toMatchObject({
      name: 'CredentialsTimeout',
      message: 'no credentials came within 90 s from the credential_process',
    });
  });

  it('does not count the time in which a person is asked', async () => {
    const clock = holdClock();
    let asking = true;
    let error: unknown;
    patient(never, { source: 'STS', limit: 1000, clock, isAsking: () => asking })().catch(
      (reason: unknown) => (error = reason),
    );
    await clock.pass(600_000);
    expect(error).toBeUndefined();
    asking = false;
    await clock.pass(1000);
    expect(error).toMatchObject({ name: 'CredentialsTimeout' });
  });

  it('names the source and its words when none come, and the first of two sources (F69)', async () => {
    const refused = Object.assign(new Error('Rate exceeded'), { name: 'Throttling' });
    const base = patient(() => Promise.reject(refused), {
      source: 'STS for the role A',
      limit: 1000,
    });
    const error = {
      name: 'CredentialsUnavailable',
      message: 'none came from STS for the role A: Throttling: Rate exceeded',
    };
    await expect(base()).rejects.toMatchObject(error);
    const role = patient(base, { source: 'STS for the role B', limit: 1000 });
    await expect(role()).rejects.toMatchObject(error);
  });

  it('leaves no timer behind', async () => {
    const clock = holdClock();
    const held = { accessKeyId: 'a', secretAccessKey: 'b' };
    const resolve = () => Promise.resolve(held);
    expect(await patient(resolve, { source: 'STS', limit: 1000, clock })()).toEqual(held);
    await clock.passUntil(() => false);
    expect(clock.now()).toBe(0);
  });
});
