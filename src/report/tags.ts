/**
 * The tags of resources, as the list of IAM tells those of users and roles, and for all others one walk of the Resource Groups Tagging API in each Region tells them. A resource that it does not
 * tell of has none as far as that API knows; where it could not be asked, or is known to tell nothing of the kind, nobody knows.
 */
import type { Listing } from '../observe/observed.ts';

export type ResourceTags = Readonly<Record<string, string>>;

export interface Tags {
  /** Undefined where AWS told none. */
  of(arn: string): ResourceTags | undefined;
  /** Whether a resource that has tags would have been told of. */
  areTold(resource: { readonly type: string }, region: string): boolean;
}

/** Kinds that may have tags, of which the tagging API tells nothing: aws/aws-sdk, issue 581. */
const untoldKinds: ReadonlySet<string> = new Set(['AWS::IAM::User', 'AWS::IAM::Role']);

interface Tagged {
  readonly arn: string;
  readonly tags?: ResourceTags;
}

/**
 * @param walks by Region; undefined where there is none
 * @param listed resources whose own list tells the tags
 * @param homeRegion where resources of services without Regions are told of
 */
export function tagsOf(
  walks: ReadonlyMap<string, Pick<Listing<Tagged>, 'items' | 'gaps'> | undefined>,
  listed: readonly Tagged[],
  homeRegion: string,
): Tags {
  const byArn = new Map<string, ResourceTags>();
  const read = new Set<string>();
  for (const [region, walk] of walks) {
    for (const { arn, tags } of walk?.items ?? []) if (tags) byArn.set(arnOf(arn), tags);
    if (walk?.gaps.length === 0) read.add(region);
  }
  for (const { arn, tags } of listed) if (tags) byArn.set(arn, tags);
  return {
    of: (arn) => byArn.get(arnOf(arn)),
    areTold: ({ type }, region) =>
      !untoldKinds.has(type) && read.has(region === 'global' ? homeRegion : region),
  };
}

/**
 * ARNs of snapshots and images are written with and without the account, those of log groups with and without `:*` behind them
 * (Service Authorization Reference, Amazon EC2 and CloudWatch Logs).
 */
function arnOf(arn: string): string {
  if (/:(snapshot|image)\//.test(arn)) {
    const [prefix, partition, service, region, , ...rest] = arn.split(':');
    return service === 'ec2' ? [prefix, partition, service, region, '', ...rest].join(':') : arn;
  }
  return arn.endsWith(':*') ? arn.slice(0, -2) : arn;
}
