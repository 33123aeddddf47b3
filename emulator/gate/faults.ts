import { failure, text } from './answer.ts';
import type { Answer, AwsError } from './answer.ts';
import type { AwsRequest } from './request.ts';

/** Which requests a fault meets: all members given must agree. */
export interface Match {
  readonly service?: string;
  /** A name, or a pattern over names. */
  readonly operation?: string | RegExp;
  readonly region?: string;
  /** Text that the path or body holds: a bucket, an id. */
  readonly input?: string;
}

/**
 * What goes wrong. `times` bounds how often; without it, every time. `after` is how many requests that match come through
 * first.
 */
export type Fault = { readonly match: Match; readonly times?: number; readonly after?: number } & (
  | { readonly kind: 'deny'; readonly by?: 'identity' | 'scp' }
  | { readonly kind: 'throttle' }
  /** Throttles what goes beyond a bucket of `burst` tokens, refilled by `perSecond`. */
  | { readonly kind: 'rate'; readonly perSecond: number; readonly burst: number }
  /** The error of a region that the account has not enabled. */
  | { readonly kind: 'region-disabled' }
  | ({ readonly kind: 'error' } & AwsError)
  /** The first half of the real body, with a Content-Length that agrees. */
  | { readonly kind: 'truncate' }
  /** HTTP 200 and no body. */
  | { readonly kind: 'empty' }
  /** HTTP 500 with a page of HTML, as a proxy sends. */
  | { readonly kind: 'html' }
  /** No answer until the client gives up. */
  | { readonly kind: 'hang' }
);

/** The rules in force, with what each has used up. */
export interface Faults {
  readonly set: (faults: readonly Fault[]) => void;
  /** The first rule that meets the request, counted as used. */
  readonly meet: (request: AwsRequest) => Fault | undefined;
}

function matches(match: Match, request: AwsRequest): boolean {
  const { service, operation, region, input } = match;
  if (service !== undefined && service !== request.service) return false;
  if (region !== undefined && region !== request.region) return false;
  if (typeof operation === 'string' && operation !== request.operation) return false;
  if (operation instanceof RegExp && !operation.test(request.operation)) return false;
  if (input === undefined) return true;
  return request.url.href.includes(input) || request.body.toString().includes(input);
}

function deniedError(request: AwsRequest, by: 'identity' | 'scp'): AwsError {
  const action = `${request.iamPrefix}:${request.operation}`;
  const principal = 'arn:aws:sts::123456789012:assumed-role/group-audit-read/srm-scan';
  const cause =
    by === 'scp'
      ? 'with an explicit deny in a service control policy'
      : `because no identity-based policy allows the ${action} action`;
  const message = `User: ${principal} is not authorized to perform: ${action} on resource: * ${cause}`;
  switch (request.protocol) {
    case 'ec2':
      return {
        code: 'UnauthorizedOperation',
        message: `You are not authorized to perform this operation. ${message}`,
        status: 403,
      };
    case 'json':
      return { code: 'AccessDeniedException', message, status: 400 };
    case 'rest-json':
      return { code: 'AccessDeniedException', message, status: 403 };
    case 'query':
    case 'rest-xml':
      return { code: 'AccessDenied', message, status: 403 };
  }
}

function throttledError(request: AwsRequest): AwsError {
  const message = 'Rate exceeded';
  switch (request.protocol) {
    case 'ec2':
      return { code: 'RequestLimitExceeded', message: 'Request limit exceeded.', status: 503 };
    case 'json':
      return request.service === 'organizations'
        ? { code: 'TooManyRequestsException', message, status: 400 }
        : { code: 'ThrottlingException', message, status: 400 };
    case 'rest-json':
      return { code: 'TooManyRequestsException', message, status: 429 };
    case 'query':
      return { code: 'Throttling', message, status: 400 };
    case 'rest-xml':
      return { code: 'SlowDown', message: 'Please reduce your request rate.', status: 503 };
  }
}

function disabledError(request: AwsRequest): AwsError {
  const message = 'The security token included in the request is invalid.';
  switch (request.protocol) {
    case 'ec2':
      return {
        code: 'AuthFailure',
        message: 'AWS was not able to validate the provided access credentials',
        status: 401,
      };
    case 'json':
      return { code: 'UnrecognizedClientException', message, status: 400 };
    case 'rest-json':
      return { code: 'UnrecognizedClientException', message, status: 403 };
    case 'query':
      return { code: 'InvalidClientTokenId', message, status: 403 };
    case 'rest-xml':
      return { code: 'InvalidAccessKeyId', message, status: 403 };
  }
}

/** The answer of a fault that needs nothing from the server behind; `undefined` for the others. */
export function faultAnswer(fault: Fault, request: AwsRequest): Answer | undefined {
  switch (fault.kind) {
    case 'deny':
      return failure(request, deniedError(request, fault.by ?? 'identity'));
    case 'throttle':
    case 'rate':
      return failure(request, throttledError(request));
    case 'region-disabled':
      return failure(request, disabledError(request));
    case 'error':
      return failure(request, fault);
    case 'empty':
      return { status: 200, headers: {}, body: Buffer.alloc(0) };
    case 'html':
      return text(
        500,
        'text/html',
        '<html><head><title>500</title></head><body>Oops</body></html>',
      );
    case 'truncate':
    case 'hang':
      return undefined;
  }
}

/** Takes a token where one is left; `false` means that the request is beyond the rate. */
export function tokenBucket(perSecond: number, burst: number): () => boolean {
  let tokens = burst;
  let filled = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(burst, tokens + ((now - filled) / 1000) * perSecond);
    filled = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** An empty set of rules. */
export function createFaults(): Faults {
  let rules: { fault: Fault; after: number; left: number; take: (() => boolean) | undefined }[] =
    [];
  return {
    set: (faults) => {
      rules = faults.map((fault) => ({
        fault,
        after: fault.after ?? 0,
        left: fault.times ?? Infinity,
        take: fault.kind === 'rate' ? tokenBucket(fault.perSecond, fault.burst) : undefined,
      }));
    },
    meet: (request) => {
      const rule = rules.find((each) => {
        if (each.left === 0 || !matches(each.fault.match, request)) return false;
        each.after -= 1;
        return each.after < 0 && each.take?.() !== true;
      });
      if (rule) rule.left -= 1;
      return rule?.fault;
    },
  };
}
