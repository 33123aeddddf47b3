/** An organisation in the emulator: 25 accounts in units, each with faults of its own, and what goes wrong with some. */
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import {
  AttachPolicyCommand,
  CloseAccountCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { type Fault, type Gate, startGate } from '../../emulator/gate.ts';
import { ACCOUNT_ID, must, openSite } from '../../emulator/site.ts';
import { startEmulator } from './emulator.ts';

const region = 'us-east-1';

export interface EmulatedOrganization {
  readonly gate: Gate;
  /** The management account, whose credentials `env` has, and which needs no role. */
  readonly management: string;
  /** All 25, in the order in which they were made. */
  readonly accounts: readonly string[];
  /** Buckets without versioning, by account. */
  readonly faulty: ReadonlyMap<string, number>;
  /** A unit with another below it, and the accounts of both. `policy` is attached to it, and denies to leave the organisation. */
  readonly unit: {
    readonly id: string;
    readonly accounts: readonly string[];
    readonly policy: string;
  };
  readonly suspended: string;
  readonly refusing: string;
  readonly silent: string;
  readonly env: Readonly<Record<string, string>>;
  /** The role is refused in one account, and in another nobody answers. */
  readonly faults: readonly Fault[];
  plantTopics(account: string, count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Undefined where the emulator cannot run, with a printed line; in CI that is an error. */
export async function startOrganization(): Promise<EmulatedOrganization | undefined> {
  // Of 25 accounts they would take most of the time; nothing here looks at policies of AWS.
  const moto = await startEmulator({ awsPolicies: false });
  if (!moto) return undefined;
  const gate = await startGate({ upstream: moto.endpoint });
  const config = openSite(gate.endpoint).configFor(region);
  const organizations = new OrganizationsClient(config);
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots } = await organizations.send(new ListRootsCommand({}));
  const root = must(Roots?.[0]?.Id, 'Roots[0].Id');
  const unitBelow = async (ParentId: string, Name: string) => {
    const made = await organizations.send(new CreateOrganizationalUnitCommand({ ParentId, Name }));
    return must(made.OrganizationalUnit?.Id, 'OrganizationalUnit.Id');
  };
  const workloads = await unitBelow(root, 'workloads');
  const production = await unitBelow(workloads, 'production');
  const sandbox = await unitBelow(root, 'sandbox');
  const policy = await attachPolicy(organizations, root, workloads);

  const accounts = [ACCOUNT_ID];
  const inUnit: string[] = [];
  for (let number = 1; number < 25; number += 1) {
    const made = await organizations.send(
      new CreateAccountCommand({
        AccountName: `team-${number}`,
        Email: `team-${number}@nwh.example`,
      }),
    );
    const id = must(made.CreateAccountStatus?.AccountId, 'CreateAccountStatus.AccountId');
    accounts.push(id);
    const DestinationParentId = [workloads, production, sandbox, root][number % 4] ?? root;
    if (DestinationParentId === workloads || DestinationParentId === production) inUnit.push(id);
    if (DestinationParentId === root) continue;
    await organizations.send(
      new MoveAccountCommand({ AccountId: id, SourceParentId: root, DestinationParentId }),
    );
  }

  const sts = new STSClient(config);
  const credentialsIn = async (account: string) => {
    if (account === ACCOUNT_ID) return config.credentials;
    const assumed = await sts.send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`,
        RoleSessionName: 'plant',
      }),
    );
    return {
      accessKeyId: must(assumed.Credentials?.AccessKeyId, 'AccessKeyId'),
      secretAccessKey: must(assumed.Credentials?.SecretAccessKey, 'SecretAccessKey'),
      sessionToken: must(assumed.Credentials?.SessionToken, 'SessionToken'),
    };
  };
  const faulty = new Map<string, number>();
  const plantIn = async (account: string, count: number) => {
    faulty.set(account, count);
    const s3 = new S3Client({ ...config, credentials: await credentialsIn(account) });
    for (let number = 0; number <= count; number += 1) {
      const Bucket = `nwh-${account}-${number}`;
      await s3.send(new CreateBucketCommand({ Bucket }));
      if (number < count) continue;
      await s3.send(
        new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
      );
    }
  };
  await Promise.all(accounts.map((account, at) => plantIn(account, at % 3)));
  const [suspended = '', refusing = '', silent = ''] = [accounts[7], accounts[9], accounts[12]];
  await organizations.send(new CloseAccountCommand({ AccountId: suspended }));
  gate.calls.reset();

  const assuming = (account: string) => ({
    service: 'sts',
    operation: 'AssumeRole',
    input: `${account}%3Arole`,
  });
  return {
    gate,
    management: ACCOUNT_ID,
    accounts,
    faulty,
    unit: { id: workloads, accounts: inUnit, policy },
    suspended,
    refusing,
    silent,
    env: {
      AWS_ENDPOINT_URL: gate.endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: config.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: config.credentials.secretAccessKey,
    },
    faults: [
      { kind: 'deny', match: assuming(refusing) },
      { kind: 'hang', match: assuming(silent) },
    ],
    plantTopics: async (account, count) => {
      const sns = new SNSClient({ ...config, credentials: await credentialsIn(account) });
      for (let number = 0; number < count; number += 1) {
        await sns.send(new CreateTopicCommand({ Name: `topic-${number}` }));
      }
    },
    stop: async () => {
      await gate.close();
      await moto.stop();
    },
  };
}

/** Turns service control policies on, and attaches one to the unit. Returns its id. */
async function attachPolicy(
  organizations: OrganizationsClient,
  root: string,
  unit: string,
): Promise<string> {
  const Type = 'SERVICE_CONTROL_POLICY';
  await organizations.send(new EnablePolicyTypeCommand({ RootId: root, PolicyType: Type }));
  const stay = { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' };
  const made = await organizations.send(
    new CreatePolicyCommand({
      Type,
      Name: 'stay',
      Description: 'No account may leave',
      Content: JSON.stringify({ Version: '2012-10-17', Statement: [stay] }),
    }),
  );
  const PolicyId = must(made.Policy?.PolicySummary?.Id, 'Policy.PolicySummary.Id');
  await organizations.send(new AttachPolicyCommand({ PolicyId, TargetId: unit }));
  return PolicyId;
}
