/** Where the resources of a generated account lie: half of them in the home Region, the rest evenly in the others. */
import type { Kind, Size } from './sizes.ts';

export const homeRegion = 'us-east-1';

/** The Regions that AWS enables in every account: AWS Account Management reference guide, "Regions". */
export const regions = [
  homeRegion,
  'eu-central-1',
  'eu-west-1',
  'us-west-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-north-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-2',
  'us-west-1',
] as const;

/** Regions that exist and that the account has not enabled. */
export const disabledRegions = ['af-south-1', 'ap-east-1', 'eu-south-1', 'me-south-1'] as const;

/** How many of a kind a Region has. Where a kind has more in all, it has no less in any Region. */
export function countIn({ counts, regionsInUse }: Size, kind: Kind, region: string): number {
  const all = counts[kind];
  const place = regions.findIndex((name) => name === region);
  if (place < 0 || place >= regionsInUse) return 0;
  const abroad = Math.floor(all / 2);
  if (place === 0) return all - abroad;
  const others = regionsInUse - 1;
  return Math.floor(abroad / others) + (place - 1 < abroad % others ? 1 : 0);
}

/** The Region of the `index`th of a kind that the whole account lists, such as buckets. */
export function regionOf({ regionsInUse }: Size, index: number): (typeof regions)[number] {
  if (index % 2 === 0) return homeRegion;
  return regions[1 + (Math.floor(index / 2) % (regionsInUse - 1))] ?? homeRegion;
}
