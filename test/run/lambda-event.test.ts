import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseEvent, readingTimeOf } from '../../src/run/lambda-event.ts';
import { UserError } from '../../src/text/user-error.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('an event', () => {
  it('has defaults for all but the bucket', () => {
    expect(parseEvent({ bucket: 'audits' })).toStrictEqual({
      bucket: 'audits',
      prefix: 'srm-scan',
      checks: [],
      services: [],
      frameworks: [],
      severity: null,
      regions: [],
      formats: [],
      settings: [],
      rate: 0.5,
      failOn: 'high',
    });
  });

  it('may leave bucket and prefix to the environment, and goes before it', () => {
    vi.stubEnv('REPORT_BUCKET', 'of-the-environment');
    vi.stubEnv('REPORT_PREFIX', 'kept');
    expect(parseEvent({})).toMatchObject({ bucket: 'of-the-environment', prefix: 'kept' });
    expect(parseEvent({ bucket: 'own', prefix: 'mine' })).toMatchObject({
      bucket: 'own',
      prefix: 'mine',
    });
  });

  it('without a bucket anywhere is refused', () => {
    vi.stubEnv('REPORT_BUCKET', undefined);
    expect(() => parseEvent({})).toThrow('no bucket: set "bucket" in the event or REPORT_BUCKET');
  });

  it('keeps the role, its external id and its session name', () => {
    const role = {
      roleArn: 'arn:aws:iam::111122223333:role/audit',
      externalId: '42',
      sessionName: 'me',
    };
    expect(parseEvent({ bucket: 'b', ...role })).toMatchObject(role);
  });

  it.each([
    [{ bucket: 'b', rate: 2 }, 'rate'],
    [{ bucket: 'b', rate: 0.01 }, 'rate'],
    [{ bucket: 'b', checks: 's3' }, 'checks'],
    [{ bucket: 'b', checks: ['s3', 1] }, 'checks.1: '],
    [{ bucket: 'b', failOn: 'grave' }, 'failOn'],
    [{ bucket: 'b', region: 'eu-west-1' }, 'region'],
    [[], 'the event'],
  ])('%j is refused, by name', (event, name) => {
    expect(() => parseEvent(event)).toThrow(UserError);
    expect(() => parseEvent(event)).toThrow(name);
  });
});

describe('the reading', () => {
  it('leaves half a minute for the reports', () => {
    expect(readingTimeOf(900_000)).toBe(870_000);
    expect(readingTimeOf(31_500)).toBe(1500);
  });

  it('gets a second at the least', () => {
    expect(readingTimeOf(31_000)).toBe(1000);
    expect(readingTimeOf(5000)).toBe(1000);
  });
});
