import type { StateChange } from './gate/canned.ts';

/** What a check must say of a planted resource. */
export interface Planted {
  /** Id of the check. */
  readonly check: string;
  /** ARN, or the id within the service (`sg-...`, a user's name, a Region for settings of a Region). */
  readonly resource: string;
  readonly outcome: 'pass' | 'fail' | 'manual';
}

export interface ClientConfig {
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

/** The class of a client: `EC2Client`. */
export type ClientOf<C> = new (config: ClientConfig) => C;

/** The account under construction: clients for each Region and age, and the list of what was planted. */
export interface Site {
  readonly planted: readonly Planted[];
  /** The moment that many days ago. */
  readonly daysBefore: (days: number) => Date;
  readonly expect: (check: string, resource: string, outcome: Planted['outcome']) => void;
  /** `daysAgo` makes everything that the client creates that old. */
  readonly client: <C extends object>(Client: ClientOf<C>, region: string, daysAgo?: number) => C;
  /** The same, for a client that is made otherwise. */
  readonly configFor: (region: string, daysAgo?: number) => ClientConfig;
  /** Sets what no AWS API can: see `admin` of `server.py`, and the state of a service that moto lacks. */
  readonly set: {
    (what: 'root' | 'user', body: object): Promise<void>;
    (what: 'state', body: StateChange): Promise<void>;
  };
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

export interface PlantOptions {
  /** The moment that ages count from: where the emulator's clock stands still. The real time by default. */
  readonly now?: Date;
}

/** Opens the emulated account behind a gate. */
export function openSite(endpoint: string, { now = new Date() }: PlantOptions = {}): Site {
  const planted: Planted[] = [];
  const clients = new Map<string, object>();

  function configFor(region: string, daysAgo = 0): ClientConfig {
    return {
      endpoint,
      region,
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'unused' },
      customUserAgent: daysAgo === 0 ? [] : [['clock-offset', String(-daysAgo * 86_400)]],
      maxAttempts: 1,
      forcePathStyle: true,
    };
  }

  function client<C extends object>(type: ClientOf<C>, region: string, daysAgo = 0): C {
    const key = `${type.name} ${region} ${daysAgo}`;
    const known = clients.get(key);
    if (known instanceof type) return known;
    const made = new type(configFor(region, daysAgo));
    clients.set(key, made);
    return made;
  }

  return {
    planted,
    daysBefore: (days) => new Date(now.getTime() - days * 86_400_000),
    expect: (check, resource, outcome) => {
      planted.push({ check, resource, outcome });
    },
    client,
    configFor,
    set: async (what, body) => {
      const answer = await fetch(`${endpoint}/emulator/${what}`, {
        method: 'PUT',
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`The emulator refused ${what}: ${await answer.text()}`);
    },
  };
}
