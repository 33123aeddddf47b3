/**
 * Credentials and Region, as the AWS CLI finds them: the SDK's own chain (environment, profiles, SSO, process, web
 * identity, containers, instances), then a role to assume if one is asked for. One provider serves every client.
 */
import {
  fromIni,
  fromNodeProviderChain,
  fromTemporaryCredentials,
} from '@aws-sdk/credential-providers';
import { loadSharedConfigFiles } from '@smithy/core/config';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { UserError, unknownName } from '../../text/user-error.ts';
import { homeRegionOf, partitionOf } from '../partitions.ts';
import { patient, shared } from './credentials.ts';
import { type Limits, usualLimits } from './limits.ts';

export interface SessionOptions {
  readonly profile?: string;
  /** Regions that the user chose; the first tells the partition. */
  readonly regions: readonly string[];
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly sessionName?: string;
  /** Asks a person for the code of an MFA device, by its serial number. Absent where nobody can be asked. */
  readonly askMfaCode?: (serial: string) => Promise<string>;
}

export interface Session {
  readonly credentials: AwsCredentialIdentityProvider;
  readonly profile: string | undefined;
  /** The Region that answers for services without Regions. */
  readonly homeRegion: string;
}

export async function openSession(
  options: SessionOptions,
  limits: Pick<Limits, 'credentials'> = usualLimits,
): Promise<Session> {
  const profile = options.profile ?? fromEnvironment('AWS_PROFILE');
  const settings = await profileSettings(profile);
  const region =
    options.regions[0] ??
    fromEnvironment('AWS_REGION') ??
    fromEnvironment('AWS_DEFAULT_REGION') ??
    settings['region'] ??
    'us-east-1';
  const homeRegion = homeRegionOf(partitionOf(region));
  const credentials = shared(providerOf(options, homeRegion, settings, limits.credentials));
  return { credentials, profile, homeRegion };
}

function providerOf(
  options: SessionOptions,
  region: string,
  settings: ProfileSettings,
  limit: number,
): AwsCredentialIdentityProvider {
  const { profile, roleArn, externalId, sessionName } = options;
  const { askMfaCode, isAsking } = asked(options.askMfaCode);
  // A profile that was chosen and says where its credentials come from has no other source; the chain would go on to the
  // next one, and in the end not tell what was wrong.
  const told = settings['credential_process'] ?? settings['role_arn'];
  const isTold = profile !== undefined && told !== undefined;
  const provider = isTold ? fromIni : fromNodeProviderChain;
  const chain = patient(
    provider({
      ...(profile === undefined ? {} : { profile }),
      ...(askMfaCode === undefined ? {} : { mfaCodeProvider: askMfaCode }),
      clientConfig: { region },
    }),
    { source: sourceOf(profile ?? fromEnvironment('AWS_PROFILE'), settings), limit, isAsking },
  );
  if (roleArn === undefined) return chain;
  // A profile that assumes a role itself has used its device for that.
  const serial = settings['role_arn'] === undefined ? settings['mfa_serial'] : undefined;
  const role = fromTemporaryCredentials({
    masterCredentials: chain,
    ...(askMfaCode === undefined ? {} : { mfaCodeProvider: askMfaCode }),
    params: {
      RoleArn: roleArn,
      RoleSessionName: sessionName ?? 'srm-scan',
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
      ...(serial === undefined ? {} : { SerialNumber: serial }),
    },
    clientConfig: { region },
  });
  // What comes before the role has a bound of its own, which names what hangs.
  return patient(role, {
    source: `STS, which was asked for the role ${roleArn}`,
    limit: 2 * limit,
    isAsking,
  });
}

/** Knows while a person is being asked. */
function asked(ask: SessionOptions['askMfaCode']) {
  let asking = 0;
  const askMfaCode = async (serial: string): Promise<string> => {
    asking += 1;
    try {
      return (await ask?.(serial)) ?? '';
    } finally {
      asking -= 1;
    }
  };
  return { askMfaCode: ask === undefined ? undefined : askMfaCode, isAsking: () => asking > 0 };
}

/** Where the chain gets its credentials, as far as the settings tell: what to look at when none come. */
function sourceOf(profile: string | undefined, settings: ProfileSettings): string {
  const of = `of profile "${profile ?? 'default'}"`;
  if (settings['role_arn'] !== undefined) return `the role ${of}, or from what it is assumed with`;
  if (settings['sso_session'] !== undefined || settings['sso_start_url'] !== undefined) {
    return `IAM Identity Center (SSO) ${of}`;
  }
  if (settings['credential_process'] !== undefined) return `the credential_process ${of}`;
  if (fromEnvironment('AWS_WEB_IDENTITY_TOKEN_FILE') !== undefined) {
    return 'STS, which was asked for the role of the web identity token';
  }
  const isInContainer =
    fromEnvironment('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI') !== undefined ||
    fromEnvironment('AWS_CONTAINER_CREDENTIALS_FULL_URI') !== undefined;
  return isInContainer ? 'the endpoint of the container' : 'the metadata service of the instance';
}

type ProfileSettings = Readonly<Record<string, string | undefined>>;

/** Set but empty is not set, as for the AWS CLI. */
function fromEnvironment(name: string): string | undefined {
  return process.env[name] || undefined;
}

/** The settings of the chosen profile. A profile that was named and is not there is the user's to mend. */
async function profileSettings(named: string | undefined): Promise<ProfileSettings> {
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

/** What went wrong before the first answer, in one line that says what to do. AWS's own words are kept. */
export function explainStart(words: string): UserError {
  const [, why] = /^ScanEnded: not read: (.*)$/s.exec(words) ?? [];
  if (why !== undefined) {
    return new UserError(`nothing was read: ${why} before AWS said which account this is`);
  }
  const [, late] = /^CredentialsTimeout: (.*)$/s.exec(words) ?? [];
  if (late !== undefined) return new UserError(`${late}. See why it hangs, and scan again.`);
  const known = startProblems.find(({ sign }) => sign.test(words));
  const advice = known?.advice ?? 'AWS could not be asked who you are.';
  return new UserError(`${advice} AWS SDK: ${words}`);
}

const startProblems: readonly { readonly sign: RegExp; readonly advice: string }[] = [
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
    sign: /Could not load credentials|could not resolve credentials|No credentials|CredentialsProviderError.*(load|not be resolved|found)/i,
    advice:
      'No AWS credentials were found. Use --profile, set AWS_PROFILE, or run "aws configure".',
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
