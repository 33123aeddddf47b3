/**
 * AWS's list prices in US East (N. Virginia), in US dollars, without free tiers and discounts. As they were known in November
 * 2026, most of them from what others wrote of AWS's pages, which are named: look there before you rely on one. What AWS makes cheaper
 * by volume is at the price of the first tier.
 */

export interface Price {
  readonly usd: number;
  /** How many of the unit that buys. */
  readonly per: number;
  readonly unit: string;
  readonly source: string;
}

const million = 1_000_000;
const page = (service: string) => `https://aws.amazon.com/${service}/pricing/`;

export const prices = {
  lambdaTime: { usd: 0.0000133334, per: 1, unit: 'GB-seconds, arm64', source: page('lambda') },
  lambdaRequests: { usd: 0.2, per: million, unit: 'invocations', source: page('lambda') },
  lambdaStorage: {
    usd: 0.0000000309,
    per: 1,
    unit: 'GB-seconds beyond 512 MB of /tmp',
    source: page('lambda'),
  },
  transitions: {
    usd: 0.025,
    per: 1000,
    unit: 'transitions, standard workflow',
    source: page('step-functions'),
  },
  traces: { usd: 5, per: million, unit: 'traces recorded', source: page('xray') },
  logs: { usd: 0.5, per: 1, unit: 'GB of logs taken in', source: page('cloudwatch') },
  s3Writes: { usd: 0.005, per: 1000, unit: 'PUT and LIST requests', source: page('s3') },
  s3Reads: { usd: 0.0004, per: 1000, unit: 'GET requests', source: page('s3') },
  s3Storage: { usd: 0.023, per: 1, unit: 'GB-months, Standard', source: page('s3') },
  kmsKeys: { usd: 1, per: 1, unit: 'keys', source: page('kms') },
  kmsRequests: { usd: 0.03, per: 10_000, unit: 'requests', source: page('kms') },
  events: { usd: 1, per: million, unit: 'events put', source: page('eventbridge') },
  athena: { usd: 5, per: 1000, unit: 'GB scanned', source: page('athena') },
  guardDuty: {
    usd: 4,
    per: million,
    unit: 'management events analysed',
    source: page('guardduty'),
  },
  trailCopies: {
    usd: 2,
    per: 100_000,
    unit: 'management events, each copy after the first',
    source: page('cloudtrail'),
  },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof prices;
export type Prices = Readonly<Record<PriceName, Price>>;

/** The list prices with others in their place, each written `guardDuty=3.2`: dollars for the same number of units. */
export function pricesWith(changes: readonly string[]): Prices {
  const changed: Record<PriceName, Price> = { ...prices };
  for (const change of changes) {
    const [, name = '', text = ''] = /^(\w+)=(\d+(?:\.\d+)?)$/.exec(change) ?? [];
    if (!isPriceName(name)) {
      throw new Error(
        `--price "${change}": write ${Object.keys(prices).join(', ')}, = and dollars`,
      );
    }
    changed[name] = { ...prices[name], usd: Number(text) };
  }
  return changed;
}

function isPriceName(name: string): name is PriceName {
  return Object.hasOwn(prices, name);
}
