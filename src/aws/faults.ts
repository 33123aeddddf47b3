/**
 * What an error from AWS means. One fault has many names: the names here are those of the services' API references and
 * of the SDK's own HTTP layer.
 */
import type { UnreadableReason } from '../observe/observed.ts';

/** An error as it is kept: AWS's code and words. `status` is the HTTP status where an answer came at all. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly status?: number;
}

/** The code of a call that was not sent because the time of the scan was up. */
const deadlineCode = 'ScanEnded';
/** The code of a call that was not sent because a signal, or the end of the credentials, had ended the scan. */
const interruptedCode = 'ScanInterrupted';

/** What ends a scan when its time is up. Every other reason is an interruption. */
export class DeadlineReached extends Error {
  constructor() {
    super('the deadline was reached');
    this.name = 'DeadlineReached';
  }
}

/** The fault of a call that was not sent because the scan had ended. @param why an Error, in words */
export function notSent({ reason: why }: AbortSignal): Fault {
  const code = why instanceof DeadlineReached ? deadlineCode : interruptedCode;
  const words = why instanceof Error ? why.message : 'the scan was interrupted';
  return { code, message: `not read: ${words}` };
}

const denied = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AccessDeniedError',
  'UnauthorizedOperation',
  'UnauthorizedAccess',
  'UnauthorizedException',
  'NotAuthorized',
  'NotAuthorizedException',
  'AuthorizationError',
  'AllAccessDisabled',
  'Forbidden',
  'KMS.AccessDeniedException',
]);

const throttled = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'TooManyRequests',
  'SlowDown',
  'BandwidthLimitExceeded',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'LimitExceededException',
  'LimitExceeded',
]);

const regionDisabled = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'AuthFailure',
  'InvalidAccessKeyId',
  'OptInRequired',
  'SubscriptionRequiredException',
]);

const unsupported = new Set([
  'UnsupportedOperation',
  'UnsupportedOperationException',
  'OperationNotSupportedException',
  'UnknownOperationException',
  'InvalidAction',
  'NotImplemented',
  'ENOTFOUND',
]);

/** Credentials that will not work for any further call. */
const expired = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'TokenRefreshRequired',
  'CredentialsProviderError',
  'CredentialsTimeout',
  'CredentialsUnavailable',
]);

/** Sorts a fault by its name, then by its HTTP status (HEAD calls have no body, hence no name). */
export function classify(fault: Fault): UnreadableReason {
  if (fault.code === deadlineCode) return 'deadline';
  if (fault.code === interruptedCode) return 'interrupted';
  if (denied.has(fault.code)) return 'denied';
  if (throttled.has(fault.code)) return 'throttled';
  if (regionDisabled.has(fault.code)) return 'region-disabled';
  if (unsupported.has(fault.code)) return 'unsupported';
  if (fault.status === 403 && !expired.has(fault.code)) return 'denied';
  if (fault.status === 429) return 'throttled';
  return 'failed';
}

/** Whether every further call would fail the same way. */
export function isExpired(fault: Fault): boolean {
  return expired.has(fault.code);
}

/**
 * Whether a service control policy said no. The words are AWS's, in the denial of every service:
 * IAM user guide, "Troubleshoot access denied error messages".
 */
export function isServiceControlPolicyDenial(fault: Fault): boolean {
  return (
    classify(fault) === 'denied' &&
    /explicit deny in a service control policy|no service control policy allows/i.test(
      fault.message,
    )
  );
}

/** The fault in whatever was thrown. Long messages are cut: they go into reports. */
export function toFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { code: 'Unknown', message: String(error).slice(0, 500) };
  const status = httpStatus(error);
  const code = faultCode(error);
  const message = (error.message || code).replaceAll(/\s+/g, ' ').slice(0, 500);
  return status === undefined ? { code, message } : { code, message, status };
}

function faultCode(error: Error): string {
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) {
    return error.code;
  }
  if ('Code' in error && typeof error.Code === 'string') return error.Code;
  return error.name || 'Unknown';
}

function httpStatus(error: Error): number | undefined {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || !error.$metadata) {
    return undefined;
  }
  const metadata = error.$metadata;
  if (!('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
