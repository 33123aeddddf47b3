/** The account as the thing that is judged: what it has set as a whole, or in one Region. */
import type { Aws } from '../aws/reads.ts';
import type { Listing, Observed } from '../observe/observed.ts';
import type { Resource } from './collector.ts';

/** A setting that the account has as a whole, or in one region: the account is the resource. */
export function accountResource<S extends Readonly<Record<string, Observed<unknown>>>>(
  aws: Pick<Aws, 'account' | 'partition' | 'region'>,
  settings: S,
): Resource & S {
  return {
    arn: `arn:${aws.partition}:iam::${aws.account}:root`,
    type: 'AWS::::Account',
    name: aws.account,
    region: aws.region,
    ...settings,
  };
}

/** The account with its settings as a list of one, which no call could leave incomplete. */
export function accountListing<S extends Readonly<Record<string, Observed<unknown>>>>(
  aws: Pick<Aws, 'account' | 'partition' | 'region'>,
  settings: S,
): Listing<Resource & S> {
  return listingOf(accountResource(aws, settings));
}

/** A list of one that is there in every account. */
export function listingOf<R>(item: R): Listing<R> {
  return { items: [item], gaps: [], sources: [] };
}
