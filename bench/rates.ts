/**
 * AWS's request rates, as the gate holds a scan of a generated account to them: of one account, by Region. They are
 * written down here and not taken from the program, which would then measure itself by its own guesses. Read 2026-11.
 */
import type { Bucket, BucketOf } from '../emulator/gate/buckets.ts';

interface Rate {
  readonly burst: number;
  readonly perSecond: number;
  /** Where the rate stands, or that nobody has published one. */
  readonly source: string;
}

const every = (perSecond: number, source: string): Rate => ({
  burst: perSecond,
  perSecond,
  source,
});

const kms = 'AWS KMS developer guide, "Request quotas"';
const accounts = 'AWS Account Management reference guide, "Quotas"';
const assumed = 'assumed; AWS publishes no rate';

/** By service, as the gate names it: the bucket of each operation that is not named below. */
const byService: Readonly<Record<string, Rate>> = {
  ec2: { burst: 100, perSecond: 20, source: 'EC2 developer guide, "Request throttling"' },
  // Steampipe was throttled above: turbot/steampipe-plugin-aws, pull request 2547.
  iam: every(15, assumed),
  kms: every(100, kms),
  cloudtrail: every(10, 'AWS CloudTrail user guide, "Quotas"'),
  sts: every(600, 'IAM user guide, "IAM and STS quotas"'),
  account: { burst: 15, perSecond: 10, source: accounts },
  organizations: every(5, assumed),
  dynamodb: { burst: 20, perSecond: 15, source: assumed },
  rds: { burst: 20, perSecond: 15, source: assumed },
  config: { burst: 20, perSecond: 15, source: assumed },
  'access-analyzer': { burst: 20, perSecond: 15, source: assumed },
  backup: { burst: 20, perSecond: 15, source: assumed },
  sso: { burst: 20, perSecond: 15, source: assumed },
};

const byOperation: Readonly<Record<string, Rate>> = {
  'account:ListRegions': every(5, accounts),
  'kms:ListKeys': every(500, kms),
  'kms:ListAliases': every(500, kms),
  'kms:DescribeKey': every(2000, kms),
  'kms:GetKeyPolicy': every(1000, kms),
  'kms:GetKeyRotationStatus': every(1000, kms),
};

/** S3 has no entry: bucket settings have carried hundreds of requests a second, and no rate is published. */
export const documentedBucket: BucketOf = ({ service, operation, region }): Bucket | undefined => {
  const rate = byOperation[`${service}:${operation}`] ?? byService[service];
  if (!rate) return undefined;
  const { burst, perSecond } = rate;
  return { name: `${service}:${operation} ${region}`, burst, perSecond };
};
