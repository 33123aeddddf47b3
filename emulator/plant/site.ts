import { AccountClient } from '@aws-sdk/client-account';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { RDSClient } from '@aws-sdk/client-rds';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import type { StateChange } from '../gate/canned.ts';

/** What a check must say of a planted resource. */
export interface Planted {
  /** Id of the check. */
  readonly check: string;
  /** ARN, or the id within the service (`sg-...`, a user's name, a Region for settings of a Region). */
  readonly resource: string;
  readonly outcome: 'pass' | 'fail' | 'manual';
}

interface ClientConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { accessKeyId: string; secretAccessKey: string };
  readonly customUserAgent: [string, string][];
  readonly maxAttempts: number;
  readonly forcePathStyle: boolean;
}

/** Regions of the sample company. The last is an opt-in Region that it has enabled. */
export const HOME = 'eu-central-1';
export const SECOND = 'eu-west-1';
export const US = 'us-east-1';
export const OPTED_IN = 'eu-south-1';

/** Moto's account for credentials that it does not know. */
export const ACCOUNT_ID = '123456789012';

/** The account under construction: clients for each Region and age, and the list of what was planted. */
export interface Site {
  readonly planted: readonly Planted[];
  readonly expect: (check: string, resource: string, outcome: Planted['outcome']) => void;
  /** `daysAgo` makes everything that the client creates that old. */
  readonly account: () => AccountClient;
  readonly cloudtrail: (region: string) => CloudTrailClient;
  readonly config: (region: string) => ConfigServiceClient;
  readonly ec2: (region: string, daysAgo?: number) => EC2Client;
  readonly iam: (daysAgo?: number) => IAMClient;
  readonly kms: (region: string, daysAgo?: number) => KMSClient;
  readonly rds: (region: string, daysAgo?: number) => RDSClient;
  readonly s3: (region: string, daysAgo?: number) => S3Client;
  /** STS with a key of the account's own: its use is recorded with the age. */
  readonly sts: (key: { id: string; secret: string }, daysAgo: number) => STSClient;
  /** Sets what no AWS API can: see `admin` of `server.py` and `gate/canned.ts`. */
  readonly set: {
    (what: 'root' | 'user', body: object): Promise<void>;
    (what: 'state', body: StateChange): Promise<void>;
  };
}

/** The moment that many days ago. */
export function daysBefore(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

/** The member, which the emulator always answers. */
export function must<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The emulator answered without ${name}.`);
  return value;
}

/** Tags as the sample company sets them. */
export function tags(values: Record<string, string>): { Key: string; Value: string }[] {
  return Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
}

/** Opens the emulated account behind a gate. */
export function openSite(endpoint: string): Site {
  const planted: Planted[] = [];
  const clients = new Map<string, object>();

  function configFor(region: string, daysAgo: number): ClientConfig {
    return {
      endpoint,
      region,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'unused' },
      customUserAgent: daysAgo === 0 ? [] : [['clock-offset', String(-daysAgo * 86_400)]],
      maxAttempts: 1,
      forcePathStyle: true,
    };
  }

  function client<C extends object>(
    type: new (config: ClientConfig) => C,
    region: string,
    daysAgo = 0,
  ): C {
    const key = `${type.name} ${region} ${daysAgo}`;
    const known = clients.get(key);
    if (known instanceof type) return known;
    const made = new type(configFor(region, daysAgo));
    clients.set(key, made);
    return made;
  }

  return {
    planted,
    expect: (check, resource, outcome) => {
      planted.push({ check, resource, outcome });
    },
    account: () => client(AccountClient, US),
    cloudtrail: (region) => client(CloudTrailClient, region),
    config: (region) => client(ConfigServiceClient, region),
    ec2: (region, daysAgo) => client(EC2Client, region, daysAgo),
    iam: (daysAgo) => client(IAMClient, US, daysAgo),
    kms: (region, daysAgo) => client(KMSClient, region, daysAgo),
    rds: (region, daysAgo) => client(RDSClient, region, daysAgo),
    s3: (region, daysAgo) => client(S3Client, region, daysAgo),
    sts: (key, daysAgo) =>
      new STSClient({
        ...configFor(HOME, daysAgo),
        credentials: { accessKeyId: key.id, secretAccessKey: key.secret },
      }),
    set: async (what, body) => {
      const answer = await fetch(`${endpoint}/emulator/${what}`, {
        method: 'PUT',
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`The emulator refused ${what}: ${await answer.text()}`);
    },
  };
}
