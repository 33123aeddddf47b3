/**
 * Whether something is deployed in a Region, as AWS Config counts it there. Where Config may not know of everything, that
 * is not known, and the Region is read whole.
 */
import { type RecordedType, recordedTypes } from '../collect/recorded-types.ts';
import { Observed } from '../observe/observed.ts';

/** A recorder of the customer's own resources, and whether its count can be all that there is. */
export interface InventoryRecorder {
  readonly name: string;
  /** It records every type that Config supports, without exclusions. */
  readonly recordsAll: boolean;
  /** It records each change as it comes, and nothing once a day only. */
  readonly isContinuous: boolean;
  /** As whom Config reads what is there. */
  readonly roleArn: string;
}

export interface RecorderRun {
  readonly name: string;
  readonly isRecording: boolean;
  /** Upper case, as the API writes it; undefined of a recorder that never ran. */
  readonly lastStatus: string | undefined;
  /** When it was last started. */
  readonly since: Date | undefined;
}

/** What AWS Config counts in a Region, by type; or why its count would prove nothing there. */
export type Inventory =
  | { readonly counts: ReadonlyMap<string, number> }
  | { readonly because: string };

/**
 * Where Config's count is believed: the Regions that every account has, but for Osaka, which long had a part of what is
 * recorded elsewhere. Some Regions record a part of the types, and no answer tells a type that is not recorded from one
 * that is not there: AWS Config developer guide, "Resource Coverage by Region Availability". A Region belongs here once
 * that page has all of `recordedTypes` for it.
 */
const believed: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
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
]);

/** Why the count of a Region proves nothing, whatever its recorder; undefined where it may prove something. */
export function doubtOfRegion(region: string): string | undefined {
  return believed.has(region) ? undefined : 'AWS Config may not record every resource type there';
}

/**
 * Config finds what is there when it starts to record, in minutes ("GetDiscoveredResourceCounts" of its API reference says
 * "a few"). A day is far beyond that.
 */
const settled = 24 * 60 * 60 * 1000;

/**
 * The role that AWS keeps for Config: it may read every type that is recorded, and no service control policy binds it. What
 * another role may not read, Config does not count, and says nothing of that. AWS Config API reference, "ConfigurationRecorder"
 * (`roleARN`); Security Hub user guide, "Config.1".
 */
const serviceLinkedRole =
  /^arn:[\w-]+:iam::\d{12}:role\/aws-service-role\/config\.amazonaws\.com\/AWSServiceRoleForConfig$/;

/** Why the count by these recorders would not be all that there is; undefined where it is. */
export function doubtOfRecorders(
  recorders: readonly InventoryRecorder[],
  runs: readonly RecorderRun[],
  now: Date,
): string | undefined {
  if (recorders.length === 0) return 'AWS Config has no recorder there';
  const whole = recorders.find(({ recordsAll }) => recordsAll);
  if (!whole) return 'the recorder of AWS Config leaves out resource types there';
  if (!serviceLinkedRole.test(whole.roleArn)) {
    return 'AWS Config records as a role of the account there, which may not be allowed to read everything';
  }
  if (!whole.isContinuous) return 'AWS Config records some types once a day only there';
  const run = runs.find(({ name }) => name === whole.name);
  if (!run?.isRecording) return 'the recorder of AWS Config is stopped there';
  if (run.lastStatus !== 'SUCCESS') return 'AWS Config did not record its last change there';
  if (!run.since) return 'AWS Config does not say since when it records there';
  if (now.getTime() - run.since.getTime() < settled) {
    return 'AWS Config has recorded for less than a day there';
  }
  return undefined;
}

/**
 * What a landing zone puts into every Region, which does not make it active: the function and the topic of AWS Control
 * Tower. Where Config counts them they are read and judged like anything else.
 */
const everywhere: Readonly<Partial<Record<RecordedType, number>>> = {
  'AWS::Lambda::Function': 1,
  'AWS::SNS::Topic': 1,
};

/** Their lists are left out nowhere, but whether they are backed up is judged with lists that may be. */
const besides = ['AWS::Backup::RecoveryPoint', 'AWS::S3::Bucket'] as const;

export type Activity =
  /** Of these types nothing is there. */
  | { readonly state: 'not-active'; readonly absent: ReadonlySet<RecordedType> }
  | { readonly state: 'active'; readonly because: string }
  | { readonly state: 'not-known'; readonly because: string };

/** What an inventory comes to. The types that srm-scan does not judge are not asked after. */
export function activityOf(inventory: Observed<Inventory>): Activity {
  const known = Observed.open(inventory);
  if (!known.known) {
    const why = known.causes.map(
      ({ source, detail }) => `${source.service}:${source.operation}: ${detail}`,
    );
    return { state: 'not-known', because: [...new Set(why)].join('; ') };
  }
  if ('because' in known.value) return { state: 'not-known', because: known.value.because };
  const { counts } = known.value;
  const countOf = (type: string) => counts.get(type) ?? 0;
  const deployed = [
    ...recordedTypes.filter((type) => countOf(type) > (everywhere[type] ?? 0)),
    ...besides.filter((type) => countOf(type) > 0),
  ];
  const [first] = deployed;
  if (first !== undefined) {
    const what = deployed.map((type) => `${countOf(type)} of ${type}`);
    const rest = what.length > mostNamed ? ` and ${what.length - mostNamed} more types` : '';
    return {
      state: 'active',
      because: `AWS Config counts ${what.slice(0, mostNamed).join(', ')}${rest}`,
    };
  }
  return {
    state: 'not-active',
    absent: new Set(recordedTypes.filter((type) => countOf(type) === 0)),
  };
}

/** Types that are named; more are counted. */
const mostNamed = 3;
