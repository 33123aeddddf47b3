/** The model of a fleet: what can be counted by hand comes out so. */
import { describe, expect, it } from 'vitest';
import { requestsOfRun } from '../../bench/organization/calls.ts';
import { costOf, eventsOf, sumOf } from '../../bench/organization/cost.ts';
import { fleetOf } from '../../bench/organization/fleet-of.ts';
import { mapOver, usualLimits } from '../../bench/organization/map.ts';
import { prices, pricesWith } from '../../bench/organization/prices.ts';

const limits = { ...usualLimits, concurrency: 10, starts: 100 };

describe('the Map', () => {
  it('takes what the accounts take one after the other in each of its places', () => {
    const run = mapOver(
      Array.from({ length: 40 }, () => 60),
      limits,
    );
    expect(run.seconds).toBeCloseTo(4 * 60 + 0.09, 1);
    expect(run.atOnce).toBe(10);
  });

  it('starts no more a second than its quota, and gains environments as Lambda does', () => {
    const many = Array.from({ length: 5000 }, () => 1000);
    const wide = { ...limits, concurrency: 5000, functions: 5000, starts: 1_000_000 };
    const grown = mapOver(many, wide);
    // A thousand at first, and a thousand more in each ten seconds.
    expect(grown.seconds).toBeCloseTo(40 + 1000, 0);
    expect(mapOver(many, { ...wide, starts: 100 })).toMatchObject({ startsASecond: 100 });
    expect(mapOver(many, { ...wide, starts: 100 }).seconds).toBeCloseTo(50 + 1000, 0);
  });

  it('runs no more than the account has functions', () => {
    expect(mapOver([5, 5, 5], { ...limits, functions: 1 })).toMatchObject({ atOnce: 1 });
  });
});

const sample = { name: 'one', requests: { s3: 10, sts: 1 }, seconds: 8, findings: 100, bytes: 1e6 };

it('a run asks for a page of twenty accounts, a role for each, and what the scans ask', () => {
  const scans = { s3: 10, sts: 2 };
  expect(requestsOfRun({ scans, listed: 41, roles: 40, asksWho: true })).toEqual({
    s3: 10,
    sts: 2 + 1 + 40,
    organizations: 3,
  });
  expect(requestsOfRun({ scans, listed: 0, roles: 2, asksWho: false })).toEqual({ s3: 10, sts: 4 });
  const run = fleetOf(100, [{ sample, percent: 100 }], limits);
  expect(run.calls).toBe(100 * (11 + 1) + 5);
  expect(run.requests).toEqual({ s3: 1000, sts: 200, organizations: 5 });
});

it('kinds of accounts are as many as their shares say', () => {
  const other = { ...sample, name: 'other', requests: { ec2: 7 } };
  const shares = [
    { sample, percent: 75 },
    { sample: other, percent: 25 },
  ];
  expect(fleetOf(200, shares, limits).requests).toMatchObject({ s3: 150 * 10, ec2: 50 * 7 });
});

describe('the cost', () => {
  const use = {
    accounts: 1000,
    requests: 999_000,
    seconds: 36_000,
    memory: 1024,
    bytes: 1e9,
    runsAMonth: 30,
    keptDays: 60,
    queries: 0,
    findings: 0,
    guardDuty: 0.5,
    furtherTrails: 1,
  };
  const of = (name: string) => sumOf(costOf(use, prices), (line) => line.name === name);

  it('is amount times price, a month', () => {
    expect(of('lambdaTime')).toBeCloseTo(36_000 * 30 * prices.lambdaTime.usd, 6);
    expect(of('transitions')).toBeCloseTo((((5 * 1000 + 8) * 30) / 1000) * 0.025, 6);
    expect(of('s3Storage')).toBeCloseTo(60 * 0.023, 6);
    // A request is an event, and a role one in each of two accounts.
    expect(eventsOf(use)).toBe(1_000_000);
    expect(of('guardDuty')).toBeCloseTo(30 * 4 * 0.5, 6);
    expect(of('trailCopies')).toBeCloseTo(30 * 20, 6);
  });

  it('takes other prices, and refuses what is none', () => {
    expect(
      sumOf(costOf(use, pricesWith(['guardDuty=2'])), ({ name }) => name === 'guardDuty'),
    ).toBe(30);
    expect(() => pricesWith(['guardduty=2'])).toThrow('--price "guardduty=2": write lambdaTime');
    expect(() => pricesWith(['guardDuty=free'])).toThrow('--price');
  });
});
