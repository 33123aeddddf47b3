/** The three functions of a fleet: one archive, a handler and a role for each. */
import { Aws, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Architecture, type Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { organizationActions } from '../../../src/run/fleet/policy.ts';
import { partsName } from '../../../src/run/fleet-job/store.ts';
import { functionOf, mayWriteTo, roleOf } from '../shared/function.ts';
import { wildcards } from '../shared/wildcards.ts';
import type { Parameters } from './parameters.ts';
import { mayAlsoAssume } from './sending.ts';

/** What all keys of a fleet begin with. */
const prefix = 'srm-scan';

type Step = 'list' | 'scan' | 'report';

export type Functions = Readonly<Record<Step, LambdaFunction>>;

/** The functions and what each runs as. */
export interface FunctionsAndRoles extends Functions {
  readonly roles: Readonly<Record<Step, Role>>;
}

/** What a step of a fleet may do with what it is given. */
export interface Storage {
  readonly bucket: Bucket;
  readonly key: Key;
}

/** The objects of all runs. */
export function objectsIn({ bucket }: Pick<Storage, 'bucket'>): string {
  return bucket.arnForObjects(`${prefix}/fleet/*`);
}

/** The same without what one function read for the next one. */
function runsIn({ bucket }: Pick<Storage, 'bucket'>): string {
  return bucket.arnForObjects(`${prefix}/fleet/run=*`);
}

/** What the keys begin with of what one function read for the next one. */
export const unfinished = `${prefix}/fleet/${partsName}/`;

/** The findings of all runs, as a table. */
export function tableIn({ bucket }: Pick<Storage, 'bucket'>): string {
  return `s3://${bucket.bucketName}/${prefix}/findings/`;
}

/** The results of queries over it. */
export function resultsIn({ bucket }: Pick<Storage, 'bucket'>): string {
  return `s3://${bucket.bucketName}/${prefix}/queries/`;
}

export function findingsIn({ bucket }: Pick<Storage, 'bucket'>): string {
  return bucket.arnForObjects(`${prefix}/findings/*`);
}

export function functionsOf(
  stack: Stack,
  parameters: Parameters,
  storage: Storage,
): FunctionsAndRoles {
  const { bucket, key } = storage;
  const step = (name: string, does: Does) => functionIn(stack, name, does, parameters, storage);
  const on = (objects: string) => [
    // What was sent of a large report is taken back where the rest cannot be.
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      resources: [objects],
    }),
    // Without it a key that is not there would be one that may not be read.
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
    }),
  ];
  const [list, scan, report] = [
    step('List', {
      handler: 'listAccounts',
      description: 'Lists the accounts that srm-scan is to scan, and reads their organisation',
      seconds: 900,
      storage: 1,
      statements: [
        ...on(runsIn(storage)),
        new PolicyStatement({ actions: [...organizationActions()], resources: ['*'] }),
      ],
    }),
    step('Scan', {
      handler: 'scanAccount',
      description: 'Scans one account with srm-scan',
      seconds: 900,
      // Of an account of 121,000 resources the reports take 1.24 GB; before, what other functions have read of it, some 60 MB.
      storage: 2,
      statements: [
        ...on(objectsIn(storage)),
        new PolicyStatement({ actions: ['s3:PutObject'], resources: [findingsIn(storage)] }),
        new PolicyStatement({
          actions: ['sts:AssumeRole'],
          resources: [`arn:${Aws.PARTITION}:iam::*:role/${parameters.roleName}`],
        }),
      ],
    }),
    step('Report', {
      handler: 'reportFleet',
      description: 'Makes one report of the scans of srm-scan',
      seconds: 900,
      storage: 1,
      statements: on(runsIn(storage)),
    }),
  ];
  mayAlsoAssume(stack, scan.role, parameters);
  return {
    list: list.made,
    scan: scan.made,
    report: report.made,
    roles: { list: list.role, scan: scan.role, report: report.role },
  };
}

interface Does {
  readonly handler: string;
  readonly description: string;
  readonly seconds: number;
  /** GiB of /tmp. */
  readonly storage: number;
  readonly statements: readonly PolicyStatement[];
}

function functionIn(
  stack: Stack,
  name: string,
  { handler, description, seconds, storage, statements }: Does,
  parameters: Parameters,
  { bucket, key }: Storage,
): { readonly made: LambdaFunction; readonly role: Role } {
  const log = new LogGroup(stack, `${name}Log`, {
    retention: RetentionDays.ONE_YEAR,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = roleOf(stack, `${name}Role`, description, {
    own: new PolicyDocument({ statements: [...statements, mayWriteTo(log)] }),
  });
  const made = functionOf(stack, name, {
    description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler,
    archive: parameters,
    role,
    log,
    storage,
    timeout: Duration.seconds(seconds),
    environment: {
      REPORT_BUCKET: bucket.bucketName,
      REPORT_BUCKET_OWNER: Aws.ACCOUNT_ID,
      REPORT_PREFIX: prefix,
      FLEET_ROLE_NAME: parameters.roleName,
      FLEET_SEND_ROLE_NAME: parameters.sendRoleName,
      FLEET_LAKE_LOCATION: parameters.lakeLocation,
      FLEET_LAKE_ROLE_ARN: parameters.lakeRole,
      FLEET_LAKE_EXTERNAL_ID: parameters.lakeExternalId,
      FLEET_UNITS: parameters.units,
      FLEET_CONCURRENCY: parameters.concurrency,
      FLEET_PARTS: parameters.parts,
      SCAN_EXTERNAL_ID: parameters.externalId,
      SCAN_REGIONS: parameters.regions,
      SCAN_FRAMEWORKS: parameters.frameworks,
    },
  });
  wildcards(role, {
    '<Reports65402A0A.Arn>/srm-scan/fleet/*':
      'The objects of one prefix, which are new in each run.',
    '<Reports65402A0A.Arn>/srm-scan/fleet/run=*': 'The same, without what is read in parts.',
    '<Reports65402A0A.Arn>/srm-scan/findings/*': 'An object for each account and run.',
    'arn:<AWS::Partition>:iam::*:role/<RoleName>':
      'One role, in every account of the organisation.',
    '*': 'What an organisation knows is read by no resource.',
  });
  return { made, role };
}
