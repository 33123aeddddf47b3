/** What becomes of user data before anybody sees it: the kinds of secrets that it holds, and what they are called. */
import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import { findSecrets, type FoundSecrets } from '../../reasoning/secrets/detect.ts';
import { decodeUserData } from '../../reasoning/secrets/user-data.ts';

const prefix = 'redacted: ';
const illegible = 'cannot be decoded';
const nothing = 'no secrets found';
/** Stands beside the names for what has none. */
const unnamed = '?';

/** The attribute's value with user data replaced by what it holds. */
export function redactUserData(value: string | undefined): { Value?: string } {
  if (!value) return {};
  const { text, isWhole } = decodeUserData(value);
  const found = findSecrets(text).map(written);
  if (found.length > 0) return { Value: `${prefix}${found.join(', ')}` };
  return { Value: `${prefix}${isWhole ? nothing : illegible}` };
}

/** A version of a launch template with its user data replaced in the same way. */
export function redactLaunchTemplate(version: LaunchTemplateVersion): LaunchTemplateVersion {
  const { LaunchTemplateData: data } = version;
  if (data?.UserData === undefined) return version;
  const { UserData, ...rest } = data;
  const { Value } = redactUserData(UserData);
  return { ...version, LaunchTemplateData: Value ? { ...rest, UserData: Value } : rest };
}

/** "password of DB_PASSWORD+?, private-key" */
function written({ kind, names, hasUnnamed }: FoundSecrets): string {
  if (names.length === 0) return kind;
  return `${kind} of ${[...names, ...(hasUnnamed ? [unnamed] : [])].join('+')}`;
}

/** What was found; undefined for a value that was not redacted. */
export function redactedSecrets(value: string): readonly FoundSecrets[] | 'illegible' | undefined {
  if (!value.startsWith(prefix)) return undefined;
  const found = value.slice(prefix.length);
  if (found === illegible) return 'illegible';
  if (found === nothing) return [];
  return found.split(', ').map((text) => {
    const [kind = '', names] = text.split(' of ');
    const all = names?.split('+') ?? [unnamed];
    return {
      kind,
      names: all.filter((name) => name !== unnamed),
      hasUnnamed: all.includes(unnamed),
    };
  });
}
