/** What becomes of user data before anybody sees it: the kinds of secrets that it holds, and what they are called. */
import { findSecrets } from '../../reasoning/secrets/detect.ts';
import { redactionOf } from '../../reasoning/secrets/redacted.ts';
import { decodeUserData } from '../../reasoning/secrets/user-data.ts';

/** The attribute's value with user data replaced by what it holds. */
export function redactUserData(value: string | undefined): { Value?: string } {
  if (!value) return {};
  const { text, isWhole } = decodeUserData(value);
  return { Value: redactionOf(findSecrets(text), isWhole) };
}
