/**
 * AWS's request rates, per account and Region: a bucket of `burst` requests that refills at `refill` a second.
 * Documented where a page is named; the others are careful guesses, and the limiter learns from each throttle.
 * Read 2026-11; a list that ages belongs in this one place.
 */
export interface Rate {
  readonly burst: number;
  /** Requests a second. */
  readonly refill: number;
  /** Operations that share one bucket bear the same group. */
  readonly group?: string;
}

const unlimited: Rate = { burst: 1000, refill: 1000 };
const careful: Rate = { burst: 20, refill: 15 };

/** By service: the rate of an operation that is not named below. */
const byService: Readonly<Record<string, Rate>> = {
  // EC2 developer guide, "Request throttling for the Amazon EC2 API": non-mutating, each API separately.
  ec2: { burst: 100, refill: 20 },
  // Not documented; bucket settings have carried hundreds of requests a second in practice.
  s3: unlimited,
  s3control: { burst: 50, refill: 50 },
  // Not documented. Other tools were throttled above 15 requests a second.
  iam: careful,
  // IAM user guide, "IAM and STS quotas": 600 a second, shared.
  sts: { burst: 600, refill: 600 },
  // KMS developer guide, "Request quotas".
  kms: { burst: 100, refill: 100 },
  // CloudTrail, "Quotas": 10 a second for get, describe and list.
  cloudtrail: { burst: 10, refill: 10 },
  // Account Management reference guide, "Quotas": 10 a second, burst 15.
  account: { burst: 15, refill: 10 },
  organizations: { burst: 5, refill: 5 },
};

/** By `service:operation`, where AWS's pages differ from the service's usual rate. */
const byOperation: Readonly<Record<string, Rate>> = {
  'account:ListRegions': { burst: 5, refill: 5 },
  'iam:GetAccountAuthorizationDetails': { burst: 5, refill: 5 },
  'kms:ListKeys': { burst: 500, refill: 500 },
  'kms:ListAliases': { burst: 500, refill: 500 },
  'kms:DescribeKey': { burst: 2000, refill: 2000 },
  'kms:GetKeyPolicy': { burst: 1000, refill: 1000 },
  'kms:GetKeyRotationStatus': { burst: 1000, refill: 1000 },
};

/** The documented or guessed rate of an operation. */
export function rateOf(service: string, operation: string): Rate {
  return byOperation[`${service}:${operation}`] ?? byService[service] ?? careful;
}
