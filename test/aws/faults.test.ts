import { describe, expect, it } from 'vitest';
import {
  classify,
  faultClassOf,
  isLasting,
  isServiceControlPolicyDenial,
  toFault,
} from '../../src/aws/faults.ts';

function fault(code: string, status?: number) {
  return { code, message: 'words', ...(status === undefined ? {} : { status }) };
}

describe('what a fault means', () => {
  it.each([
    ['S3 and IAM', 'AccessDenied', 403, 'denied'],
    ['JSON services', 'AccessDeniedException', 400, 'denied'],
    ['EC2', 'UnauthorizedOperation', 403, 'denied'],
    ['a denial that nobody has seen', 'SomethingAccessDeniedException', 403, 'denied'],
    ['a code that nobody has seen, with 403 (F69)', 'SomethingNew', 403, 'failed'],
    ['a clock that is off (F69)', 'RequestTimeTooSkewed', 403, 'failed'],
    ['a bad signature (F69)', 'SignatureDoesNotMatch', 403, 'failed'],
    ['a key that is missing (F69)', 'MissingAuthenticationToken', 403, 'failed'],
    ['S3, of a token that the Region does not know (F45)', 'InvalidToken', 400, 'region-disabled'],
    ['S3', 'SlowDown', 503, 'throttled'],
    ['EC2', 'RequestLimitExceeded', 503, 'throttled'],
    ['query services', 'Throttling', 400, 'throttled'],
    ['JSON services', 'ThrottlingException', 400, 'throttled'],
    ['EC2, in the words of the SDK', 'EC2ThrottledException', 503, 'throttled'],
    ['DynamoDB', 'TransactionInProgressException', 400, 'throttled'],
    ['a code that nobody has seen, with 429', 'SomethingNew', 429, 'throttled'],
    ['a Region that was opted in to just now', 'AuthFailure', 401, 'region-disabled'],
    ['STS in a Region that is off', 'InvalidClientTokenId', 403, 'region-disabled'],
    [
      'JSON services in a Region that is off',
      'UnrecognizedClientException',
      400,
      'region-disabled',
    ],
    ['a Region without the service', 'ENOTFOUND', undefined, 'unsupported'],
    ['an old Region', 'UnknownOperationException', 400, 'unsupported'],
    ['a session that ended', 'ExpiredToken', 403, 'failed'],
    ['a broken server', 'InternalFailure', 500, 'failed'],
    ['an empty answer', 'EmptyAnswer', undefined, 'failed'],
    ['a scan that ended', 'ScanEnded', undefined, 'deadline'],
    ['a scan that was interrupted (F50)', 'ScanInterrupted', undefined, 'interrupted'],
  ])('%s: %s', (_, code, status, reason) => {
    expect(classify(fault(code, status))).toBe(reason);
  });

  it.each([
    ['a denial', 'AccessDenied', 403, true],
    ['a bucket in another Region', 'PermanentRedirect', 301, true],
    ['a resource that is not there', 'NoSuchBucketPolicy', 404, true],
    ['S3, which waited for the rest of a request', 'RequestTimeout', 400, false],
    ['a JSON service that did', 'RequestTimeoutException', 408, false],
    ['EC2, which is throttled', 'EC2ThrottledException', 400, false],
    ['a broken server', 'InternalFailure', 500, false],
    ['an answer that could not be parsed', 'SyntaxError', 200, false],
    ['a connection that was cut', 'ECONNRESET', undefined, false],
  ])('%s is what AWS has to say, or not: %s', (_, code, status, lasts) => {
    expect(isLasting(fault(code, status))).toBe(lasts);
  });

  it('takes no absence of a resource for a refusal', () => {
    expect(classify(fault('NoSuchBucketPolicy', 404))).toBe('failed');
  });

  it.each(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired'])(
    '%s is said of credentials that held once',
    (code) => {
      expect(faultClassOf(fault(code, 403))).toBe('expired');
    },
  );

  it.each(['Signature expired: 20261122T110000Z', 'Signature not yet current: 20261122T110000Z'])(
    'a signature that is not of its time says that a clock is off (F69): %s',
    (message) => {
      for (const code of ['SignatureDoesNotMatch', 'InvalidSignatureException']) {
        expect(faultClassOf({ code, message, status: 403 })).toBe('clock');
      }
    },
  );

  it('no status makes a denial: codes have classes (F69)', () => {
    const of = (code: string) =>
      [200, 400, 401, 403, 404, 500].map((status) => classify(fault(code, status)));
    expect(new Set(of('AccessDenied'))).toEqual(new Set(['denied']));
    expect(new Set(of('UnknownError'))).toEqual(new Set(['failed']));
  });

  it('tells the denial of a service control policy from others', () => {
    const says = (message: string) =>
      isServiceControlPolicyDenial({ code: 'UnauthorizedOperation', message, status: 403 });
    expect(says('not authorized ... with an explicit deny in a service control policy')).toBe(true);
    expect(says('because no service control policy allows the ec2:DescribeVpcs action')).toBe(true);
    expect(says('because no identity-based policy allows the action')).toBe(false);
    const message = 'with an explicit deny in a service control policy';
    expect(isServiceControlPolicyDenial({ code: 'SlowDown', message, status: 503 })).toBe(false);
  });
});

describe('the fault in what was thrown', () => {
  it('keeps the code, the words and the HTTP status', () => {
    const error = Object.assign(new Error('User is  not\nauthorized'), {
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    expect(toFault(error)).toEqual({
      code: 'AccessDenied',
      message: 'User is not authorized',
      status: 403,
    });
  });

  it('prefers the code of the operating system, which the name does not tell', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(toFault(error)).toEqual({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' });
  });

  it('has words even where the error has none, and never too many', () => {
    expect(toFault(Object.assign(new Error(''), { name: 'Forbidden' })).message).toBe('Forbidden');
    expect(toFault(new Error('x'.repeat(2000))).message).toHaveLength(500);
    expect(toFault('thrown text')).toEqual({ code: 'Unknown', message: 'thrown text' });
  });

  it.each([
    ['a code of the operating system', { code: 'ENOTFOUND' }, 'ENOTFOUND'],
    ['a number', { code: 404 }, 'Error'],
    ['a code of another form', { code: 'ERR_HTTP2' }, 'Error'],
    ['a code that only holds one of the form', { code: 'not EPIPE' }, 'Error'],
    ['a code that only begins like one', { code: 'EPIPE of the wire' }, 'Error'],
    ["S3's own member", { Code: 'NoSuchKey' }, 'NoSuchKey'],
    ["S3's own member that is no text", { Code: 5 }, 'Error'],
    ['no name', { name: '' }, 'Unknown'],
  ])('is named by what tells it best: %s', (_, members, code) => {
    expect(toFault(Object.assign(new Error('words'), members))).toEqual({ code, message: 'words' });
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ httpStatusCode: '403' }],
    [{ httpStatusCode: undefined }],
  ])('has no HTTP status where the metadata has none: %j', ($metadata) => {
    const error = Object.assign(new Error('words'), { $metadata });
    expect(toFault(error)).toStrictEqual({ code: 'Error', message: 'words' });
  });

  it('is one for whatever was thrown', () => {
    expect(toFault('no error at all')).toStrictEqual({
      code: 'Unknown',
      message: 'no error at all',
    });
    expect(toFault(undefined)).toStrictEqual({ code: 'Unknown', message: 'undefined' });
    expect(toFault('x'.repeat(501)).message).toHaveLength(500);
    expect(toFault(new Error('x'.repeat(501))).message).toHaveLength(500);
    expect(toFault(new Error('many \n\t spaces')).message).toBe('many spaces');
  });
});
