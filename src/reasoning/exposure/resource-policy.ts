/**
 * Whether the policy of a resource lets in everyone: one judgement for all services whose policies AWS evaluates by IAM's
 * rules. S3 has a status of its own, so buckets are judged in bucket.ts.
 */
import { fail, manual, pass, type Verdict } from '../../judge/verdict.ts';
import type { Policy } from '../../policy/document.ts';
import { readPublicAccess, type ResourcePolicyContext } from '../../policy/public.ts';

export interface JudgedPolicy extends ResourcePolicyContext {
  /** How reasons name it, after "the": "key policy". */
  readonly what: string;
}

/**
 * Fails with each statement that lets in everyone after the Denies of the policy. Passes with what limits the others. A
 * policy that names no principal where it must is left to a person.
 *
 * @param policy null where the resource has none, which lets in nobody from outside the account
 */
export function judgeResourcePolicy(
  policy: Policy | null,
  { what, ...context }: JudgedPolicy,
): Verdict {
  if (policy === null) return pass(`there is no ${what}`);
  const access = readPublicAccess(policy, context);
  if (access.public) return fail(...access.statements.map(({ reason }) => reason));
  if (!access.certain) return manual(`the ${what} cannot be judged`, ...access.notes);
  return pass(`no statement of the ${what} lets in everyone`, ...access.notes);
}
