/** Causes and cures that follow from what an error says, whatever the call was. */
import { type FaultClass, faultClassOf } from '../aws/evidence/fault-words.ts';
import type { LedgerLine } from '../aws/evidence/ledger.ts';

export interface Advice {
  readonly cause: string;
  readonly cure: string;
}

const advice: Partial<Readonly<Record<FaultClass, Advice>>> = {
  clock: {
    cause: "AWS does not accept the time of the request: this machine's clock is off.",
    cure: 'Set the clock (for example by NTP), and scan again.',
  },
  signature: {
    cause: 'AWS does not accept the signature of the request.',
    cure: 'Look for a proxy that changes requests, and for a secret that is not of its key; no permission will cure it.',
  },
  expired: {
    cause: 'The service says that the session has ended.',
    cure: 'Begin a new session, and scan again; no permission will cure it.',
  },
  'no-credentials': {
    cause: 'There were no credentials to make the call with.',
    cure: 'Mend what gives the credentials, and scan again; no permission of the call will cure it.',
  },
  'not-recorded': {
    cause: 'The evidence does not hold the answer: the scan that kept it did not ask.',
    cure: 'Judge what that scan selected, or scan again with --evidence for what is to be judged.',
  },
  proxy: {
    cause: 'A proxy stands between here and AWS, and did not lead there.',
    cure: 'Have the proxy let the host through, or name the host in NO_PROXY.',
  },
  certificate: {
    cause: 'The certificate of the host is not trusted, so nothing was sent.',
    cure: 'If your company looks into TLS, let AWS_CA_BUNDLE name the file of its certificates.',
  },
  'not-from-aws': {
    cause: 'Something between here and AWS answered in its place.',
    cure: 'Look for a proxy, or a network that wants a login.',
  },
};

/** Undefined where the kind of call decides, and where the answer came but could not be used. */
export function adviceOf({
  error,
  spoilt,
}: Pick<LedgerLine, 'error' | 'spoilt'>): Advice | undefined {
  return error && spoilt === undefined ? advice[faultClassOf(error)] : undefined;
}
