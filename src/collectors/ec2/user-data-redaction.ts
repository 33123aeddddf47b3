/** What becomes of user data before anybody sees it: the kinds of secrets that it holds, and what they are called. */
import type { LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import { findSecrets } from '../../reasoning/secrets/detect.ts';
import { redactionOf } from '../../reasoning/secrets/redacted.ts';
import { decodeUserData } from '../../reasoning/secrets/user-data.ts';

/** The attribute's value with user data replaced by what it holds. */
export function redactUserData(value: string | undefined): { Value?: string } {
  if (!value) return {};
  const { text, isWhole } = decodeUserData(value);
  return { Value: redactionOf(findSecrets(text), isWhole) };
}

/** A version of a launch template with its user data replaced in the same way. */
export function redactLaunchTemplate(version: LaunchTemplateVersion): LaunchTemplateVersion {
  const { LaunchTemplateData: data } = version;
  if (data?.UserData === undefined) return version;
  const { UserData, ...rest } = data;
  const { Value } = redactUserData(UserData);
  return { ...version, LaunchTemplateData: Value ? { ...rest, UserData: Value } : rest };
}
