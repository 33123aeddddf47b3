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

/** Codes of what goes wrong on the way to AWS, and before it: they are ours, and so are their words. */
export const proxyRefusedCode = 'ProxyRefused';
export const proxyUnreachableCode = 'ProxyUnreachable';
export const untrustedCode = 'CertificateNotTrusted';
export const notFromAwsCode = 'NotFromAws';
export const lateCredentialsCode = 'CredentialsTimeout';
export const noCredentialsCode = 'CredentialsUnavailable';
/** The code of a call that kept evidence does not hold. */
export const notRecordedCode = 'NotRecorded';

/** What ends a scan when its time is up. Every other reason is an interruption. */
export class DeadlineReached extends Error {
  constructor() {
    super('the deadline was reached');
    this.name = 'DeadlineReached';
  }
}

/** What ends a scan when no further call can have credentials that hold. */
export class CredentialsLost extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`the credentials ended during the scan (${fault.code}: ${fault.message})`);
    this.name = 'CredentialsLost';
    this.fault = fault;
  }
}

/** The fault of a call that was not sent because the scan had ended. @param why an Error, in words */
export function notSent({ reason: why }: AbortSignal): Fault {
  const code = why instanceof DeadlineReached ? deadlineCode : interruptedCode;
  const words = why instanceof Error ? why.message : 'the scan was interrupted';
  return { code, message: `not read: ${words}` };
}

/**
 * What an error says, by its code. The HTTP status does not tell: 403 is the status of a denial, of a bad signature, of a
 * clock that is off, of a session that ended, and of a proxy that lets nothing through.
 */
export type FaultClass =
  | 'ended'
  | 'interrupted'
  | 'denied'
  | 'throttled'
  /** Keys or a session token that are not known where they were used. */
  | 'credentials-refused'
  | 'not-opted-in'
  | 'unsupported'
  /** Credentials that held once. */
  | 'expired'
  /** None could be had: nothing was sent. */
  | 'no-credentials'
  /** Evidence is judged by what was not asked when it was kept. */
  | 'not-recorded'
  | 'clock'
  | 'signature'
  | 'proxy'
  | 'certificate'
  | 'not-from-aws'
  | 'unreachable'
  | 'other';

const reasons: Readonly<Record<FaultClass, UnreadableReason>> = {
  ended: 'deadline',
  interrupted: 'interrupted',
  denied: 'denied',
  throttled: 'throttled',
  'credentials-refused': 'region-disabled',
  'not-opted-in': 'region-disabled',
  unsupported: 'unsupported',
  expired: 'failed',
  'no-credentials': 'failed',
  'not-recorded': 'failed',
  clock: 'failed',
  signature: 'failed',
  proxy: 'failed',
  certificate: 'failed',
  'not-from-aws': 'failed',
  unreachable: 'failed',
  other: 'failed',
};

const codes: Readonly<Record<Exclude<FaultClass, 'other'>, readonly string[]>> = {
  ended: [deadlineCode],
  interrupted: [interruptedCode],
  denied: ['AuthorizationError', 'AllAccessDisabled'],
  throttled: [
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
    'EC2ThrottledException',
    'TransactionInProgressException',
    'LimitExceededException',
    'LimitExceeded',
  ],
  'credentials-refused': [
    'UnrecognizedClientException',
    'InvalidClientTokenId',
    'InvalidToken',
    'AuthFailure',
    'InvalidAccessKeyId',
  ],
  'not-opted-in': ['OptInRequired', 'SubscriptionRequiredException'],
  unsupported: [
    'UnsupportedOperation',
    'UnsupportedOperationException',
    'OperationNotSupportedException',
    'UnknownOperationException',
    'InvalidAction',
    'NotImplemented',
    'ENOTFOUND',
  ],
  // EC2 says RequestExpired of a session that ended as well as of a clock that is off.
  expired: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired'],
  'no-credentials': ['CredentialsProviderError', lateCredentialsCode, noCredentialsCode],
  'not-recorded': [notRecordedCode],
  clock: ['RequestTimeTooSkewed', 'RequestInTheFuture'],
  signature: [
    'SignatureDoesNotMatch',
    'InvalidSignatureException',
    'IncompleteSignature',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'AuthorizationHeaderMalformed',
  ],
  proxy: [proxyRefusedCode, proxyUnreachableCode],
  certificate: [untrustedCode],
  'not-from-aws': [notFromAwsCode],
  unreachable: [
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EAI_AGAIN',
    'TimeoutError',
    // Of services that wait for the rest of a request: S3 says it with status 400.
    'RequestTimeout',
    'RequestTimeoutException',
    'HostIsSilent',
  ],
};

const classOfCode = new Map<string, FaultClass>(
  Object.entries(codes).flatMap(([name, list]) =>
    list.flatMap((code) => (isFaultClass(name) ? [[code, name] as const] : [])),
  ),
);

function isFaultClass(name: string): name is FaultClass {
  return name in reasons;
}

/** What services call a denial: `AccessDenied`, `KMS.AccessDeniedException`, `UnauthorizedOperation`, and more each year. */
const denial = /AccessDenied|NotAuthorized|Unauthorized|^Forbidden/;

/** The class of a fault. */
export function faultClassOf({ code, message, status }: Fault): FaultClass {
  const known = classOfCode.get(code) ?? (denial.test(code) ? 'denied' : undefined);
  // Most services say no more of a clock than that the signature is not of its time.
  if (known === 'signature' && /Signature (expired|not yet current)/i.test(message)) return 'clock';
  if (known) return known;
  return status === 429 ? 'throttled' : 'other';
}

/** Why what was asked could not be read. */
export function classify(fault: Fault): UnreadableReason {
  return reasons[faultClassOf(fault)];
}

/** What is so for a while, or was never said by AWS. */
const passing: ReadonlySet<FaultClass> = new Set([
  'ended',
  'interrupted',
  'throttled',
  'expired',
  'no-credentials',
  'not-recorded',
  'clock',
  'signature',
  'proxy',
  'certificate',
  'not-from-aws',
  'unreachable',
]);

/**
 * Whether the fault is what AWS has to say to the call, as a denial is: asked again at once, it would say the same. An answer
 * with a status of success that could not be understood was damaged on the way.
 */
export function isLasting(fault: Fault): boolean {
  const { status } = fault;
  return status !== undefined && status >= 300 && status < 500 && !passing.has(faultClassOf(fault));
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
