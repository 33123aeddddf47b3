/** What becomes of user data before anybody sees it: the names of the kinds of secrets that it holds. */
import { detectSecrets } from '../../reasoning/secrets/detect.ts';
import { decodeUserData } from '../../reasoning/secrets/user-data.ts';

const prefix = 'redacted: ';
const illegible = 'cannot be decoded';
const nothing = 'no secrets found';

/** The attribute's value with user data replaced by what it holds. */
export function redactUserData(value: string | undefined): { Value?: string } {
  if (!value) return {};
  const text = decodeUserData(value);
  if (text === undefined) return { Value: `${prefix}${illegible}` };
  const kinds = detectSecrets(text);
  return { Value: `${prefix}${kinds.length > 0 ? kinds.join(', ') : nothing}` };
}

/** Names of the detectors that found something; undefined for a value that was not redacted. */
export function redactedKinds(value: string): readonly string[] | 'illegible' | undefined {
  if (!value.startsWith(prefix)) return undefined;
  const found = value.slice(prefix.length);
  if (found === illegible) return 'illegible';
  return found === nothing ? [] : found.split(', ');
}
