/** Partitions and their Regions, as far as a scan must know them before it can ask. */

/**
 * One partition: Regions with accounts, IAM and credentials of their own. Source of all members but the last: the SDK's own
 * partition data (@aws-sdk/core, util-endpoints, partitions.js), which it does not export; a test holds the two together.
 */
interface Partition {
  /** As ARNs name it. */
  readonly id: string;
  /** Where services without Regions are asked: the SDK's `implicitGlobalRegion`. */
  readonly home: string;
  /** What the names of its Regions look like, those too that are younger than this table. */
  readonly regions: RegExp;
  /**
   * Regions that every account has without opting in, used where the account's own list cannot be read. Account
   * Management reference guide, "Regions enabled by default", read 2026-11.
   */
  readonly enabledByDefault: readonly string[];
}

const commercial: Partition = {
  id: 'aws',
  home: 'us-east-1',
  regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  enabledByDefault: [
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
};

export const partitions: readonly Partition[] = [
  commercial,
  {
    id: 'aws-cn',
    home: 'cn-northwest-1',
    regions: /^cn-\w+-\d+$/,
    enabledByDefault: ['cn-north-1', 'cn-northwest-1'],
  },
  {
    id: 'aws-eusc',
    home: 'eusc-de-east-1',
    regions: /^eusc-(de)-\w+-\d+$/,
    enabledByDefault: ['eusc-de-east-1'],
  },
  {
    id: 'aws-iso',
    home: 'us-iso-east-1',
    regions: /^us-iso-\w+-\d+$/,
    enabledByDefault: ['us-iso-east-1', 'us-iso-west-1'],
  },
  {
    id: 'aws-iso-b',
    home: 'us-isob-east-1',
    regions: /^us-isob-\w+-\d+$/,
    enabledByDefault: ['us-isob-east-1', 'us-isob-west-1'],
  },
  {
    id: 'aws-iso-e',
    home: 'eu-isoe-west-1',
    regions: /^eu-isoe-\w+-\d+$/,
    enabledByDefault: ['eu-isoe-west-1'],
  },
  {
    id: 'aws-iso-f',
    home: 'us-isof-south-1',
    regions: /^us-isof-\w+-\d+$/,
    enabledByDefault: ['us-isof-east-1', 'us-isof-south-1'],
  },
  {
    id: 'aws-us-gov',
    home: 'us-gov-west-1',
    regions: /^us-gov-\w+-\d+$/,
    enabledByDefault: ['us-gov-east-1', 'us-gov-west-1'],
  },
];

/** The partition that a Region belongs to; one that no partition's names look like is taken for a commercial one, as by the SDK. */
export function partitionOf(region: string): string {
  return (partitions.find(({ regions }) => regions.test(region)) ?? commercial).id;
}

/** The partition that an ARN names. */
export function partitionOfArn(arn: string): string | undefined {
  const [, id] = /^arn:([^:]+):/.exec(arn) ?? [];
  return id;
}

/** The Region that answers for services without Regions. */
export function homeRegionOf(partition: string): string {
  return (partitions.find(({ id }) => id === partition) ?? commercial).home;
}

/** By partition. */
export const regionsEnabledByDefault: Readonly<Record<string, readonly string[]>> =
  Object.fromEntries(partitions.map(({ id, enabledByDefault }) => [id, enabledByDefault]));

/** Whether a name has the form of a Region, so that a typing error is caught before any call. */
export function isRegionName(name: string): boolean {
  return /^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(name);
}
