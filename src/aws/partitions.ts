/** Partitions and their Regions, as far as a scan must know them before it can ask. */

/** Where services without Regions are asked, by partition. IAM user guide, "Regions and endpoints". */
const homeRegions: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-cn': 'cn-north-1',
};

/** The partition that a Region belongs to. */
export function partitionOf(region: string): string {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('cn-')) return 'aws-cn';
  return 'aws';
}

/** The Region that answers for services without Regions. */
export function homeRegionOf(partition: string): string {
  return homeRegions[partition] ?? 'us-east-1';
}

/**
 * Regions that every account has without opting in, used where the account's own list cannot be read.
 * Account Management reference guide, "Regions enabled by default", read 2026-11.
 */
export const regionsEnabledByDefault: Readonly<Record<string, readonly string[]>> = {
  aws: [
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ca-central-1',
    'eu-central-1',
    'eu-north-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'sa-east-1',
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
  ],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
};

/** Whether a name has the form of a Region, so that a typing error is caught before any call. */
export function isRegionName(name: string): boolean {
  return /^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(name);
}
