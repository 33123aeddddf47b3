/** What went wrong before the first answer, and what to do about it. */
import { UserError } from '../../text/user-error.ts';
import {
  notFromAwsCode,
  proxyRefusedCode,
  proxyUnreachableCode,
  untrustedCode,
} from '../faults.ts';
import { nobodyToAskCode } from './mfa.ts';

/** `ended`: the scan was ended before. `refused`: AWS did not let in who asked. `timed-out`: nobody answered in time. */
export type StartFault = 'ended' | 'refused' | 'timed-out' | 'failed';

/** An account of which nothing could be read. */
export class NotStarted extends UserError {
  readonly fault: StartFault;
  /** AWS's own words. */
  readonly words: string;
  constructor(message: string, words: string) {
    super(message);
    this.fault = faultOf(words);
    this.words = words;
  }
}

/** What went wrong before the first answer, in one line that says what to do. AWS's own words are kept. */
export function explainStart(words: string): NotStarted {
  return new NotStarted(messageOf(words), words);
}

/** The first that fits. */
const signs: readonly { readonly fault: StartFault; readonly sign: RegExp }[] = [
  { fault: 'timed-out', sign: /^ScanEnded: not read: the deadline/ },
  { fault: 'ended', sign: /^ScanEnded:/ },
  {
    fault: 'timed-out',
    sign: /CredentialsTimeout|TimeoutError|ETIMEDOUT|HostIsSilent|timed out/,
  },
  {
    fault: 'refused',
    sign: /AccessDenied|not authorized|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AuthFailure/,
  },
];

function faultOf(words: string): StartFault {
  return signs.find(({ sign }) => sign.test(words))?.fault ?? 'failed';
}

function messageOf(words: string): string {
  const [, why] = /^ScanEnded: not read: (.*)$/s.exec(words) ?? [];
  if (why !== undefined) {
    return `nothing was read: ${why} before AWS said which account this is`;
  }
  const [, late] = /^CredentialsTimeout: (.*)$/s.exec(words) ?? [];
  if (late !== undefined) return `${late}. See why it hangs, and scan again.`;
  const [, device] = new RegExp(`${nobodyToAskCode}: (.*)$`, 's').exec(words) ?? [];
  if (device !== undefined) {
    return `${device} to type it in. Run srm-scan in a terminal, or hand over a session that has the code: run "aws configure export-credentials --format env", with the --profile of the device, and set what it prints.`;
  }
  const known = startProblems.find(({ sign }) => sign.test(words));
  const advice = known?.advice ?? 'AWS could not be asked who you are.';
  return `${advice} AWS SDK: ${words}`;
}

const startProblems: readonly { readonly sign: RegExp; readonly advice: string }[] = [
  {
    sign: new RegExp(`${proxyRefusedCode}.*status 407`),
    advice:
      'The proxy wants to know who you are: put user and password into HTTPS_PROXY (http://user:password@host:port, %XX for special characters).',
  },
  {
    sign: new RegExp(proxyRefusedCode),
    advice: 'The proxy does not let AWS through. Have its hosts allowed, or name them in NO_PROXY.',
  },
  {
    sign: new RegExp(proxyUnreachableCode),
    advice:
      'The proxy that HTTPS_PROXY or HTTP_PROXY names cannot be reached. Set it right, or unset it.',
  },
  {
    sign: new RegExp(untrustedCode),
    advice:
      'TLS is not trusted. If your company looks into TLS, let AWS_CA_BUNDLE (or ca_bundle of the profile) name the file of its certificates.',
  },
  {
    sign: new RegExp(notFromAwsCode),
    advice:
      'Something between here and AWS answers in its place: a proxy, or a network that wants a login.',
  },
  {
    sign: /RequestTimeTooSkewed|RequestInTheFuture|Signature (expired|not yet current)/i,
    advice: "This machine's clock is off. Set it (for example by NTP) and scan again.",
  },
  {
    sign: /sso.*(expired|refresh|login)|token.*sso|sso session/i,
    advice:
      'The SSO session has ended or was never begun. Run "aws sso login" for the profile and scan again.',
  },
  {
    sign: /ExpiredToken|RequestExpired|security token.*expired/i,
    advice: 'The credentials have expired. Get new ones and scan again.',
  },
  {
    sign: /from the credential_process of profile/,
    advice:
      'The credential_process of the profile gives no credentials. Run its command by hand to see why, and scan again.',
  },
  {
    sign: /Could not load credentials|could not resolve credentials|No credentials|CredentialsProviderError.*(load|not be resolved|found)/i,
    advice:
      'No AWS credentials were found. Use --profile, set AWS_PROFILE, or run "aws configure".',
  },
  {
    sign: /Throttl|Rate exceeded|TooManyRequests/i,
    advice: 'AWS throttles whoever asks now. Wait a while, and scan again.',
  },
  {
    sign: /not authorized to perform: sts:AssumeRole|AssumeRole/i,
    advice:
      'The role could not be assumed. Check --role-arn, its trust policy and the external id.',
  },
  {
    sign: /InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidAccessKeyId|AuthFailure/i,
    advice:
      'AWS does not accept the credentials: the key is wrong, deleted or of another partition.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|TimeoutError|socket hang up|timed out|HostIsSilent/i,
    advice: 'AWS cannot be reached: no network, a firewall, or a wrong AWS_ENDPOINT_URL.',
  },
];
