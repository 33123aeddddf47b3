import { describe, expect, it } from 'vitest';
import { Observed } from '../../src/observe/observed.ts';
import {
  activityOf,
  doubtOfRecorders,
  doubtOfRegion,
  type InventoryRecorder,
  type RecorderRun,
} from '../../src/reasoning/activity.ts';

const now = new Date('2026-11-27T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000);
const whole: InventoryRecorder = {
  name: 'default',
  recordsAll: true,
  isContinuous: true,
  roleArn:
    'arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
};
const runs: RecorderRun = {
  name: 'default',
  isRecording: true,
  lastStatus: 'SUCCESS',
  since: hoursAgo(25),
};

describe('whether a recorder counts all that there is', () => {
  const cases: readonly {
    readonly name: string;
    readonly recorders?: readonly InventoryRecorder[];
    readonly run?: Partial<RecorderRun>;
    readonly doubt: RegExp | undefined;
  }[] = [
    { name: 'it records everything, for more than a day', doubt: undefined },
    { name: 'there is none', recorders: [], doubt: /no recorder/ },
    {
      name: 'types are left out',
      recorders: [{ ...whole, recordsAll: false }],
      doubt: /leaves out/,
    },
    {
      name: 'a second one records everything',
      recorders: [{ ...whole, name: 'other', recordsAll: false }, whole],
      doubt: undefined,
    },
    {
      name: 'it records daily',
      recorders: [{ ...whole, isContinuous: false }],
      doubt: /once a day/,
    },
    {
      name: 'it reads as a role that may lack a permission',
      recorders: [{ ...whole, roleArn: 'arn:aws:iam::111122223333:role/config' }],
      doubt: /role of the account/,
    },
    {
      name: 'it reads as a role that is named like that of AWS',
      recorders: [{ ...whole, roleArn: 'arn:aws:iam::111122223333:role/AWSServiceRoleForConfig' }],
      doubt: /role of the account/,
    },
    { name: 'it is stopped', run: { isRecording: false }, doubt: /stopped/ },
    { name: 'the run is of another', run: { name: 'other' }, doubt: /stopped/ },
    { name: 'it fails', run: { lastStatus: 'FAILURE' }, doubt: /did not record its last change/ },
    { name: 'it is about to', run: { lastStatus: 'PENDING' }, doubt: /did not record/ },
    { name: 'it says nothing', run: { lastStatus: undefined }, doubt: /did not record/ },
    { name: 'since when is not told', run: { since: undefined }, doubt: /since when/ },
    { name: 'it was started an hour ago', run: { since: hoursAgo(1) }, doubt: /less than a day/ },
    { name: 'it was started a day ago', run: { since: hoursAgo(24) }, doubt: undefined },
    { name: 'it starts tomorrow', run: { since: hoursAgo(-24) }, doubt: /less than a day/ },
  ];
  it.each(cases)('$name', ({ recorders = [whole], run = {}, doubt }) => {
    const said = doubtOfRecorders(recorders, [{ ...runs, ...run }], now);
    if (doubt === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(doubt);
  });

  it('is not believed where Config records a part of the types', () => {
    expect(doubtOfRegion('eu-west-1')).toBeUndefined();
    for (const region of ['mx-central-1', 'ap-northeast-3', 'cn-north-1', 'us-gov-west-1']) {
      expect(doubtOfRegion(region), region).toMatch(/may not record every resource type/);
    }
  });
});

describe('what a count comes to', () => {
  const counted = (counts: Readonly<Record<string, number>>) =>
    activityOf(Observed.known({ counts: new Map(Object.entries(counts)) }));
  const ofEveryRegion = {
    'AWS::EC2::VPC': 1,
    'AWS::EC2::Subnet': 3,
    'AWS::EC2::SecurityGroup': 1,
    'AWS::EC2::NetworkAcl': 1,
    'AWS::EC2::RouteTable': 1,
    'AWS::EC2::InternetGateway': 1,
    'AWS::Config::ConfigurationRecorder': 1,
    'AWS::Config::ResourceCompliance': 40,
    'AWS::CloudFormation::Stack': 2,
    'AWS::CodeDeploy::DeploymentConfig': 17,
  };

  it('nothing is deployed where Config counts what every Region has, or nothing', () => {
    expect(counted({}).state).toBe('not-active');
    const activity = counted(ofEveryRegion);
    expect(activity.state).toBe('not-active');
    expect('absent' in activity && activity.absent.has('AWS::EC2::Instance')).toBe(true);
  });

  it('one instance makes a Region active, and is named', () => {
    const activity = counted({ ...ofEveryRegion, 'AWS::EC2::Instance': 1 });
    expect(activity).toEqual({
      state: 'active',
      because: 'AWS Config counts 1 of AWS::EC2::Instance',
    });
  });

  it('a bucket in the Region makes it active, though buckets are listed everywhere', () => {
    expect(counted({ 'AWS::S3::Bucket': 1 }).state).toBe('active');
  });

  it('names three types and counts the others', () => {
    const activity = counted({
      'AWS::DynamoDB::Table': 4,
      'AWS::EC2::Instance': 1,
      'AWS::EC2::Volume': 2,
      'AWS::SQS::Queue': 3,
      'AWS::SNS::Topic': 2,
    });
    expect(activity).toMatchObject({ because: expect.stringMatching(/Volume and 2 more types$/) });
  });

  it('the function and the topic of a landing zone make none active, and are not absent', () => {
    const activity = counted({ 'AWS::Lambda::Function': 1, 'AWS::SNS::Topic': 1 });
    expect(activity.state).toBe('not-active');
    const absent = 'absent' in activity ? activity.absent : new Set<string>();
    expect(absent.has('AWS::Lambda::Function')).toBe(false);
    expect(absent.has('AWS::SNS::Topic')).toBe(false);
    expect(absent.has('AWS::SQS::Queue')).toBe(true);
    expect(counted({ 'AWS::Lambda::Function': 2 }).state).toBe('active');
  });

  it('is not known where Config proves nothing, or could not be asked', () => {
    const doubted = activityOf(Observed.known({ because: 'AWS Config has no recorder there' }));
    expect(doubted).toEqual({ state: 'not-known', because: 'AWS Config has no recorder there' });
    const source = {
      id: 'c1',
      service: 'config',
      operation: 'GetDiscoveredResourceCounts',
      region: 'eu-west-1',
      regional: true,
    };
    const denied = Observed.unreadable({ reason: 'denied', detail: 'AccessDenied: no', source });
    expect(activityOf(denied)).toEqual({
      state: 'not-known',
      because: 'config:GetDiscoveredResourceCounts: AccessDenied: no',
    });
  });
});
