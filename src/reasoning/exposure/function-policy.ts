/** Whether the policies of a Lambda function let in everyone, and what its URLs come to by them. */
import { fail, pass, type Verdict } from '../../judge/verdict.ts';
import { CannotTell, type Cause, type Observed, type Read } from '../../observe/observed.ts';
import type { Policy } from '../../policy/document.ts';
import { covers, normaliseGlob } from '../../policy/match.ts';
import { readPublicAccess } from '../../policy/public.ts';
import { judgeResourcePolicy } from './resource-policy.ts';

/** The policy of a function, or of an alias of it. */
export interface PolicyOfFunction {
  readonly arn: string;
  /** Undefined for the function itself. */
  readonly alias: string | undefined;
  readonly policy: Observed<Policy | null>;
}

/** Fails where one of the policies lets in everyone; passes where all are known and none does. */
export function judgeFunctionPolicies(policies: readonly PolicyOfFunction[], read: Read): Verdict {
  const causes: Cause[] = [];
  const verdicts: Verdict[] = [];
  for (const { arn, alias, policy } of policies) {
    const what = alias === undefined ? 'function policy' : `policy of alias ${alias}`;
    try {
      const verdict = judgeResourcePolicy(read(policy), { service: 'lambda', arn, what });
      verdicts.push(alias === undefined ? verdict : named(verdict, alias));
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
      causes.push(...error.causes);
    }
  }
  const open = verdicts.filter(({ outcome }) => outcome === 'fail');
  if (open.length > 0) return fail(...open.flatMap(({ reasons }) => reasons));
  if (causes.length > 0) throw new CannotTell(causes);
  const doubtful = verdicts.find(({ outcome }) => outcome === 'manual');
  return doubtful ?? pass(...verdicts.flatMap(({ reasons }) => reasons));
}

function named(verdict: Verdict, alias: string): Verdict {
  if (verdict.outcome !== 'fail') return verdict;
  return { ...verdict, reasons: verdict.reasons.map((reason) => `alias ${alias}: ${reason}`) };
}

/** What everyone gets of a URL that asks for no authentication. */
export type OpenUrl = 'answers' | 'may-answer' | 'refuses';

/**
 * Since October 2025 a policy must let everyone both use the URL and invoke the function; some URLs that are older answered
 * with the first alone until November 2026. Lambda developer guide, "Control access to Lambda function URLs".
 */
export function urlBy(policy: Policy | null, arn: string): OpenUrl {
  if (policy === null) return 'refuses';
  const { statements } = readPublicAccess(policy, { service: 'lambda', arn });
  const globs = statements.flatMap(({ actions }) =>
    actions.map((action) => normaliseGlob(action.toLowerCase())),
  );
  const gives = (action: string) => globs.some((glob) => glob === '*' || covers(glob, action));
  if (!gives('lambda:invokefunctionurl')) return 'refuses';
  return gives('lambda:invokefunction') ? 'answers' : 'may-answer';
}
