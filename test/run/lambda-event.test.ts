import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseEvent, readingTimeOf } from '../../src/run/lambda-event.ts';
import { variables } from '../../src/run/lambda-environment.ts';
import { markerKey, reportKey } from '../../src/run/outputs/s3.ts';
import { UserError } from '../../src/text/user-error.ts';
import { scheduledEvent } from '../support/eventbridge.ts';

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
      excludeChecks: [],
      excludeServices: [],
      excludeRegions: [],
      formats: [],
      settings: [],
      rate: 0.5,
      failOn: 'high',
      allowUnknown: false,
    });
  });

  it('leaves out what a scan of the command line can leave out, and may allow gaps (F52, F53)', () => {
    const asked = {
      excludeChecks: ['iam-root-mfa'],
      excludeServices: ['kms'],
      excludeRegions: ['eu-west-1'],
      allowUnknown: true,
    };
    expect(parseEvent({ bucket: 'bucket', ...asked })).toMatchObject(asked);
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
    expect(parseEvent({ bucket: 'bucket', ...role })).toMatchObject(role);
  });

  it.each([
    [{ bucket: 'bucket', rate: 2 }, 'rate'],
    [{ bucket: 'bucket', externalId: '42' }, 'externalId'],
    [{ bucket: 'bucket', sessionName: 'me' }, 'sessionName'],
    [{ bucket: 'bucket', allowUnknown: 'yes' }, 'allowUnknown'],
    [{ bucket: 'bucket', rate: 0.01 }, 'rate'],
    [{ bucket: 'bucket', checks: 's3' }, 'checks'],
    [{ bucket: 'bucket', checks: ['s3', 1] }, 'checks.1: '],
    [{ bucket: 'bucket', failOn: 'grave' }, 'failOn'],
    [{ bucket: 'bucket', region: 'eu-west-1' }, 'region'],
    [[], 'the event'],
  ])('%j is refused, by name', (event, name) => {
    expect(() => parseEvent(event)).toThrow(UserError);
    expect(() => parseEvent(event)).toThrow(name);
  });
});

describe('the environment', () => {
  it('F59: gives every setting that an event does not, under a name of its own', () => {
    const settings = {
      REPORT_BUCKET: 'audits',
      REPORT_BUCKET_OWNER: '111122223333',
      REPORT_PREFIX: 'nightly',
      REPORT_FORMATS: 'json',
      SCAN_CHECKS: 's3-bucket-not-public, iam-root-mfa',
      SCAN_SERVICES: 's3 iam',
      SCAN_FRAMEWORKS: 'cis,pci',
      SCAN_SEVERITY: 'high',
      SCAN_REGIONS: 'eu-west-1,eu-central-1',
      SCAN_EXCLUDE_CHECKS: 's3-bucket-mfa-delete',
      SCAN_EXCLUDE_SERVICES: 'rds,kms',
      SCAN_EXCLUDE_REGIONS: 'sa-east-1',
      SCAN_SETTINGS: 'a.regions=eu-west-1,eu-central-1\n  b.days=60',
      SCAN_ROLE_ARN: 'arn:aws:iam::111122223333:role/audit',
      SCAN_EXTERNAL_ID: '42',
      SCAN_SESSION_NAME: 'me',
      SCAN_RATE: '0.25',
      SCAN_FAIL_ON: 'none',
      SCAN_ALLOW_UNKNOWN: 'true',
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    const all = {
      bucket: 'audits',
      bucketOwner: '111122223333',
      prefix: 'nightly',
      formats: ['json'],
      checks: ['s3-bucket-not-public', 'iam-root-mfa'],
      services: ['s3', 'iam'],
      frameworks: ['cis', 'pci'],
      severity: 'high',
      regions: ['eu-west-1', 'eu-central-1'],
      excludeChecks: ['s3-bucket-mfa-delete'],
      excludeServices: ['rds', 'kms'],
      excludeRegions: ['sa-east-1'],
      settings: ['a.regions=eu-west-1,eu-central-1', 'b.days=60'],
      roleArn: 'arn:aws:iam::111122223333:role/audit',
      externalId: '42',
      sessionName: 'me',
      rate: 0.25,
      failOn: 'none',
      allowUnknown: true,
    };
    for (const source of ['aws.events', 'aws.scheduler'] as const)
      expect(parseEvent(scheduledEvent(source))).toStrictEqual(all);
    // All that an event may say.
    expect(parseEvent(all)).toStrictEqual(all);
    expect(Object.keys(all).toSorted()).toEqual(Object.keys(variables).toSorted());
  });

  it('says nothing by an empty variable, as a template leaves it', () => {
    const names = Object.values(variables).map(({ name }) => name);
    for (const name of names) vi.stubEnv(name, ' ');
    expect(() => parseEvent({})).toThrow('no bucket');
    expect(parseEvent({ bucket: 'audits' })).toMatchObject({ rate: 0.5, regions: [] });
  });

  it('takes the word active for the active Regions, and names for names', () => {
    const active = { regions: [], activeRegions: true };
    expect(parseEvent({ bucket: 'audits', regions: 'active' })).toMatchObject(active);
    vi.stubEnv('SCAN_REGIONS', ' active ');
    expect(parseEvent({ bucket: 'audits' })).toMatchObject(active);
    const named = parseEvent({ bucket: 'audits', regions: ['eu-west-1'] });
    expect(named).toMatchObject({ regions: ['eu-west-1'] });
    expect(named).not.toHaveProperty('activeRegions');
    expect(() => parseEvent({ bucket: 'audits', regions: 'eu-west-1' })).toThrow('regions');
  });

  it.each([
    ['SCAN_RATE', 'fast'],
    ['SCAN_RATE', '5'],
    ['SCAN_FAIL_ON', 'grave'],
    ['SCAN_ALLOW_UNKNOWN', 'yes'],
    ['REPORT_BUCKET', 'arn:aws:s3:::audits'],
    ['REPORT_BUCKET_OWNER', '1111'],
  ])('is refused by the name of the variable: %s=%s', (name, value) => {
    vi.stubEnv('REPORT_BUCKET', 'audits');
    vi.stubEnv(name, value);
    expect(() => parseEvent({})).toThrow(UserError);
    expect(() => parseEvent({})).toThrow(`${name}: `);
  });
});

describe('an event of EventBridge', () => {
  it('F59: that no schedule sent is refused', () => {
    const event = { ...scheduledEvent('aws.events'), 'detail-type': 'Object Created' };
    expect(() => parseEvent({ ...event, source: 'aws.s3' })).toThrow('"Object Created" of aws.s3');
    expect(() => parseEvent({ ...scheduledEvent('aws.events'), source: 'me' })).toThrow(UserError);
  });
});

describe('the prefix', () => {
  it.each([
    ['p/', 'p'],
    ['/p', 'p'],
    ['a//b/', 'a/b'],
    ['/', ''],
    ['', ''],
  ])('F61: "%s" is "%s", so that a key has one slash between its parts', (prefix, clean) => {
    const parsed = parseEvent({ bucket: 'audits', prefix });
    expect(parsed.prefix).toBe(clean);
    const run = { prefix: parsed.prefix, startedAt: new Date(0), requestId: 'r1' };
    for (const key of [markerKey(run), reportKey(run, '111122223333', 'report.json')]) {
      expect(key).not.toMatch(/^\/|\/\//);
      expect(key.startsWith(clean)).toBe(true);
    }
  });
});

describe('the reading', () => {
  it('leaves half a minute for the reports', () => {
    expect(readingTimeOf(900_000)).toBe(870_000);
    expect(readingTimeOf(35_000)).toBe(5000);
  });

  it.each([34_999, 5000, 0, -20])(
    'F70: is refused where %i ms are left: no report would come of it',
    (left) => {
      expect(() => readingTimeOf(left)).toThrow(UserError);
      expect(() => readingTimeOf(left)).toThrow('a scan needs 35 s');
    },
  );
});
