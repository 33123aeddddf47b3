/** What Step Functions caught of a function that ended before it could say why: killed, out of memory, out of time. */
import * as z from 'zod';
import { type Unscanned, unscannedSchema } from '../../fleet/unscanned.ts';
import { cutEnd } from '../../text/wrap.ts';

/** Amazon States Language, "Error output". */
export const faultShape = z.object({ Error: z.string(), Cause: z.string().default('') });

export type Fault = z.infer<typeof faultShape>;

/** Of Lambda, and of a time limit of the state machine. */
const timeouts = new Set(['Sandbox.Timedout', 'States.Timeout']);

/** What Lambda says where it gives no type: Step Functions developer guide, "Handling error conditions". */
const timedOut = /\bTask timed out after\b/;

/** @param again what scans the account again */
export function unscannedByFault({ Error: name, Cause }: Fault, account: string, again: string) {
  const message = messageIn(Cause);
  const isTimeout = timeouts.has(name) || timedOut.test(message);
  const unscanned: Unscanned = {
    schema: unscannedSchema,
    account,
    reason: isTimeout ? 'timed-out' : 'failed',
    cause: cutEnd(
      `its function was ended before it left a result: ${name}${message === '' ? '' : `: ${message}`}`,
      2000,
    ),
    cure: `See its log; then ${again}.`,
    at: new Date().toISOString(),
  };
  return unscanned;
}

const payload = z.object({ errorMessage: z.string() });

/** The cause is what the function answered, where it answered. */
function messageIn(cause: string): string {
  try {
    const parsed = payload.safeParse(JSON.parse(cause));
    return parsed.success ? parsed.data.errorMessage : cause;
  } catch {
    return cause;
  }
}
