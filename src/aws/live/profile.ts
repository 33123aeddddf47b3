/** What the environment and the chosen profile say of credentials and Regions, as the AWS CLI reads them. */
import { loadSharedConfigFiles } from '@smithy/core/config';
import { unknownName } from '../../text/user-error.ts';

export type ProfileSettings = Readonly<Record<string, string | undefined>>;

/** Set but empty is not set, as for the AWS CLI. */
export function fromEnvironment(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** The settings of the chosen profile. A profile that was named and is not there is the user's to mend. */
export async function profileSettings(named: string | undefined): Promise<ProfileSettings> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const profile = named ?? 'default';
  const settings = { ...credentialsFile[profile], ...configFile[profile] };
  const isKnown = profile in configFile || profile in credentialsFile;
  if (!isKnown && named !== undefined) {
    const profiles = [...new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)])];
    const list =
      profiles.length > 0
        ? `Known: ${profiles.join(', ')}`
        : 'No profile is configured; run "aws configure" or "aws configure sso".';
    throw unknownName('profile', profile, profiles, list);
  }
  return settings;
}

/**
 * Where credentials come from. The first that is there is the only one, as for the AWS CLI: if it gives none, that is what
 * is wrong, and the next would only hide it. Which comes first: AWS CLI user guide, "Configuration settings and
 * precedence", and botocore's create_credential_resolver.
 */
export type CredentialSource = 'environment' | 'profile' | 'web-identity' | 'surroundings';

/** @param named the profile of the command line, which beats the environment; AWS_PROFILE does not */
export function credentialSourceOf(
  named: string | undefined,
  settings: ProfileSettings,
): CredentialSource {
  const has = (...names: readonly string[]) => names.some((name) => settings[name] !== undefined);
  if (named === undefined) {
    const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map(fromEnvironment);
    if (keys.every((key) => key !== undefined)) return 'environment';
    const web = ['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN'].map(fromEnvironment);
    const assumes = has('role_arn') && has('source_profile', 'credential_source');
    if (web.every((each) => each !== undefined) && !assumes) return 'web-identity';
  }
  return has(...tellsSource) ? 'profile' : 'surroundings';
}

/** A profile with one of these says where its credentials come from. */
const tellsSource = [
  'role_arn',
  'aws_access_key_id',
  'credential_process',
  'sso_session',
  'sso_start_url',
  'login_session',
];

/** The source in words, as far as the settings tell: what to look at when no credentials come. */
export function sourceInWords(
  source: CredentialSource,
  profile: string | undefined,
  settings: ProfileSettings,
): string {
  if (source === 'environment') return 'the environment (AWS_ACCESS_KEY_ID)';
  if (source === 'web-identity') {
    return 'STS, which was asked for the role of the web identity token';
  }
  if (source === 'profile') {
    const of = `of profile "${profile ?? 'default'}"`;
    if (settings['role_arn'] !== undefined) {
      return `the role ${of}, or from what it is assumed with`;
    }
    if (settings['credential_process'] !== undefined) return `the credential_process ${of}`;
    if (settings['sso_session'] !== undefined || settings['sso_start_url'] !== undefined) {
      return `IAM Identity Center (SSO) ${of}`;
    }
    return `the settings ${of}`;
  }
  const isInContainer =
    fromEnvironment('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI') !== undefined ||
    fromEnvironment('AWS_CONTAINER_CREDENTIALS_FULL_URI') !== undefined;
  return isInContainer ? 'the endpoint of the container' : 'the metadata service of the instance';
}
