/**
 * Credentials and Region, as the AWS CLI finds them: the SDK's own chain (environment, profiles, SSO, process, web
 * identity, containers, instances), then a role to assume if one is asked for. One provider serves every client.
 */
import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { loadSharedConfigFiles } from '@smithy/core/config';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { UserError, unknownName } from '../../text/user-error.ts';
import { homeRegionOf, partitionOf } from '../partitions.ts';

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

export async function openSession(options: SessionOptions): Promise<Session> {
  const profile = options.profile ?? fromEnvironment('AWS_PROFILE');
  const settings = await profileSettings(profile);
  const region =
    options.regions[0] ??
    fromEnvironment('AWS_REGION') ??
    fromEnvironment('AWS_DEFAULT_REGION') ??
    settings['region'] ??
    'us-east-1';
  const homeRegion = homeRegionOf(partitionOf(region));
  return { credentials: shared(providerOf(options, homeRegion, settings)), profile, homeRegion };
}

function providerOf(
  options: SessionOptions,
  region: string,
  settings: ProfileSettings,
): AwsCredentialIdentityProvider {
  const { profile, roleArn, externalId, sessionName, askMfaCode } = options;
  const chain = fromNodeProviderChain({
    ...(profile === undefined ? {} : { profile }),
    ...(askMfaCode === undefined ? {} : { mfaCodeProvider: askMfaCode }),
    clientConfig: { region },
  });
  if (roleArn === undefined) return chain;
  // A profile that assumes a role itself has used its device for that.
  const serial = settings['role_arn'] === undefined ? settings['mfa_serial'] : undefined;
  return fromTemporaryCredentials({
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

/** Milliseconds before credentials end at which new ones are fetched. */
const renewBefore = 5 * 60_000;

/** Credentials that end sooner than that are kept for half of their time: the source has no better ones yet. */
function renewalOf(end: number, now: number): number {
  return Math.max(end - renewBefore, now + (end - now) / 2);
}

/**
 * Resolves once for all clients and again before the credentials end. Without it each client would run the chain
 * itself: one assumed role or one credential process for each service and Region.
 */
function shared(resolve: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
  let current: Promise<AwsCredentialIdentity> | undefined;
  let renewAt = Number.POSITIVE_INFINITY;
  return (properties) => {
    if (current && Date.now() < renewAt) return current;
    renewAt = Number.POSITIVE_INFINITY;
    current = resolve(properties).then(
      (credentials) => {
        const end = credentials.expiration?.getTime();
        if (end !== undefined) renewAt = renewalOf(end, Date.now());
        return credentials;
      },
      (error: unknown) => {
        current = undefined;
        throw error;
      },
    );
    return current;
  };
}

/** What went wrong before the first answer, in one line that says what to do. AWS's own words are kept. */
export function explainStart(words: string): UserError {
  const [, why] = /^ScanEnded: not read: (.*)$/s.exec(words) ?? [];
  if (why !== undefined) {
    return new UserError(`nothing was read: ${why} before AWS said which account this is`);
  }
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
    sign: /Could not load credentials|could not resolve credentials|No credentials|CredentialsProviderError.*(resolve|load|found)/i,
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
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|TimeoutError|socket hang up|timed out/i,
    advice: 'AWS cannot be reached: no network, a firewall, or a wrong AWS_ENDPOINT_URL.',
  },
];
