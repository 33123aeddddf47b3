/**
 * Credentials, Region and network, as the AWS CLI finds them: the environment, profiles, SSO, process, web identity,
 * containers, instances, then a role to assume if one is asked for. One provider serves every client.
 */
import {
  fromEnv,
  fromIni,
  fromNodeProviderChain,
  fromTemporaryCredentials,
} from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { homeRegionOf, partitionOf, partitionOfArn } from '../partitions.ts';
import { patient, shared } from './credentials.ts';
import { type Limits, usualLimits } from './limits.ts';
import { type Asked, type AskMfaCode, asked } from './mfa.ts';
import { openNetwork } from './network.ts';
import {
  credentialSourceOf,
  fromEnvironment,
  type ProfileSettings,
  profileSettings,
  sourceInWords,
} from './profile.ts';
import { createWire, type Wire } from './wire.ts';

export interface SessionOptions {
  readonly profile?: string;
  /** Regions that the user chose; the first tells the partition. */
  readonly regions: readonly string[];
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly sessionName?: string;
  /** Absent where nobody can be asked. */
  readonly askMfaCode?: AskMfaCode;
}

export interface Session {
  readonly credentials: AwsCredentialIdentityProvider;
  readonly profile: string | undefined;
  /** The Region that the AWS CLI would ask: the caller may at least ask there. */
  readonly region: string;
  /** The Region that answers for services without Regions. */
  readonly homeRegion: string;
  /** By way of the proxy, and trusting the certificates, that environment and profile name. */
  readonly wire: Wire;
}

export async function openSession(
  options: SessionOptions,
  given: Partial<Limits> = {},
): Promise<Session> {
  const limits = { ...usualLimits, ...given };
  const profile = options.profile ?? fromEnvironment('AWS_PROFILE');
  const settings = await profileSettings(profile);
  const region = regionOf(options, settings);
  const wire = createWire(limits, await openNetwork(process.env, settings['ca_bundle']));
  const place = { profile, settings, region, wire, limit: limits.credentials };
  const credentials = shared(await providerOf(options, place));
  return { credentials, profile, region, homeRegion: homeRegionOf(partitionOf(region)), wire };
}

/** A role, as it is assumed. */
export interface Role {
  readonly roleArn: string;
  readonly externalId?: string;
  readonly sessionName?: string | undefined;
}

/**
 * The same session, as a role of another account: on the same sockets, which it leaves open, with credentials of its own.
 * Without a role it is lent as it is.
 */
export function sessionAs(session: Session, role?: Role, given: Partial<Limits> = {}): Session {
  const { region, wire } = session;
  const limit = given.credentials ?? usualLimits.credentials;
  const lent = { ...session, wire: { ...wire, close: () => undefined } };
  if (role === undefined) return lent;
  const credentials = shared(roleProvider(session.credentials, role, { region, wire, limit }));
  return { ...lent, credentials };
}

function regionOf({ regions, roleArn }: SessionOptions, settings: ProfileSettings): string {
  const told =
    regions[0] ??
    fromEnvironment('AWS_REGION') ??
    fromEnvironment('AWS_DEFAULT_REGION') ??
    settings['region'];
  if (told !== undefined) return told;
  // No Region is told; a role tells at least the partition that has it.
  const role = roleArn ?? settings['role_arn'] ?? fromEnvironment('AWS_ROLE_ARN') ?? '';
  return homeRegionOf(partitionOfArn(role) ?? 'aws');
}

/** What the options come to. */
interface Place {
  readonly profile: string | undefined;
  readonly settings: ProfileSettings;
  readonly region: string;
  readonly wire: Wire;
  /** Milliseconds that credentials may take. */
  readonly limit: number;
}

async function providerOf(
  options: SessionOptions,
  place: Place,
): Promise<AwsCredentialIdentityProvider> {
  const { roleArn, externalId, sessionName } = options;
  const { settings, region, wire, limit } = place;
  const mfa = asked(options.askMfaCode);
  const chain = await chainOf(options, place, mfa);
  if (roleArn === undefined) return chain;
  // A profile that assumes a role itself has used its device for that.
  const serial = settings['role_arn'] === undefined ? settings['mfa_serial'] : undefined;
  const assumed = { roleArn, ...(externalId === undefined ? {} : { externalId }), sessionName };
  return roleProvider(chain, assumed, { region, wire, limit, mfa, serial });
}

interface Assuming extends Pick<Place, 'region' | 'wire' | 'limit'> {
  readonly mfa?: Asked;
  /** Of the device whose code the role asks for. */
  readonly serial?: string | undefined;
}

function roleProvider(
  chain: AwsCredentialIdentityProvider,
  { roleArn, externalId, sessionName }: Role,
  { region, wire, limit, mfa, serial }: Assuming,
): AwsCredentialIdentityProvider {
  const role = fromTemporaryCredentials({
    masterCredentials: chain,
    ...(mfa && { mfaCodeProvider: mfa.askMfaCode }),
    params: {
      RoleArn: roleArn,
      RoleSessionName: sessionName ?? 'srm-scan',
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
      ...(serial === undefined ? {} : { SerialNumber: serial }),
    },
    clientConfig: { region, requestHandler: wire },
  });
  // What comes before the role has a bound of its own, which names what hangs.
  return patient(role, {
    source: `STS, which was asked for the role ${roleArn} (sts:AssumeRole)`,
    limit: 2 * limit,
    ...(mfa && { isAsking: mfa.isAsking }),
  });
}

async function chainOf(
  options: SessionOptions,
  { profile, settings, region, wire, limit }: Place,
  { askMfaCode, isAsking }: Asked,
): Promise<AwsCredentialIdentityProvider> {
  const source = credentialSourceOf(options.profile, settings);
  const init = {
    ...(profile === undefined ? {} : { profile }),
    mfaCodeProvider: askMfaCode,
    // Not the Region: it would come before the one that an SSO session is of.
    clientConfig: { requestHandler: wire },
    parentClientConfig: { region, requestHandler: wire },
  };
  const providers = {
    environment: () => fromEnv(),
    profile: () => fromIni(init),
    'web-identity': async () => (await import('./web-identity.ts')).fromTokenFile(init),
    surroundings: () => fromNodeProviderChain(init),
  };
  const provider = await providers[source]();
  return patient(provider, { source: sourceInWords(source, profile, settings), limit, isAsking });
}
