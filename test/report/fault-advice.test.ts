import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/report/coverage.ts';
import type { LedgerLine } from '../../src/aws/evidence/ledger.ts';
import { classify } from '../../src/aws/faults.ts';

function gapOf(code: string, message = 'words of it') {
  const error = { code, message };
  const line: LedgerLine = {
    id: 'ec2:DescribeVpcs@eu-west-1',
    service: 'ec2',
    operation: 'DescribeVpcs',
    region: 'eu-west-1',
    at: '2026-11-22T12:00:00Z',
    requestId: null,
    attempts: 1,
    sha256: 'x',
    status: classify({ ...error, status: 403 }),
    error,
    action: 'ec2:DescribeVpcs',
    regional: true,
    spoilt: undefined,
    spoiltFor: [],
  };
  const { gaps, missingPermissions } = coverageOf({ lines: [line], faults: [] }, []);
  return { ...gaps[0], missingPermissions };
}

describe('an error with status 403 that is no denial (F69)', () => {
  it.each([
    ['RequestTimeTooSkewed', /clock is off/, /Set the clock/],
    ['SignatureDoesNotMatch', /signature/, /secret that is not of its key/],
    ['ExpiredToken', /session has ended/, /Begin a new session/],
    ['CredentialsUnavailable', /no credentials/, /Mend what gives the credentials/],
    ['ProxyRefused', /proxy/, /NO_PROXY/],
    ['CertificateNotTrusted', /not trusted/, /AWS_CA_BUNDLE/],
    ['NotFromAws', /answered in its place/, /a network that wants a login/],
    ['UnknownError', /could not be used/, /look for a proxy/],
  ])('%s: its own cause and cure, and no permission to paste', (code, cause, cure) => {
    const gap = gapOf(code);
    expect(gap.reason).toBe('failed');
    expect(gap.cause).toMatch(cause);
    expect(gap.cause).toContain(`${code}: words of it`);
    expect(gap.cure).toMatch(cure);
    expect(gap.cure).not.toContain('Allow ec2:');
    expect(gap.missingPermissions).toBeUndefined();
  });

  it('a denial is one still', () => {
    expect(gapOf('UnauthorizedOperation')).toMatchObject({
      reason: 'denied',
      cure: expect.stringContaining('Allow ec2:DescribeVpcs'),
    });
  });
});
