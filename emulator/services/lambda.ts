import {
  AddPermissionCommand,
  CreateFunctionCommand,
  LambdaClient,
  type AddPermissionRequest,
  type CreateFunctionRequest,
  type FunctionUrlAuthType,
} from '@aws-sdk/client-lambda';
import * as sdk from '@aws-sdk/client-lambda';
import { z } from 'zod';
import { lambda as service } from '../../src/collectors/lambda/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Planted, Site } from '../site.ts';
import iam from './iam/service.ts';

type Outcome = Planted['outcome'];

interface FunctionPlan {
  readonly name: string;
  readonly region: string;
  readonly config: Partial<CreateFunctionRequest>;
  readonly permissions?: readonly Omit<AddPermissionRequest, 'FunctionName'>[];
  /** How its URL asks who calls, where it has one. */
  readonly url?: FunctionUrlAuthType;
  readonly expected: Readonly<Record<string, Outcome>>;
}

/** Moto keeps the URL of a function, and lists none. */
const state = z.strictObject({
  urls: z.array(z.strictObject({ name: z.string(), authType: z.string() })).default([]),
});

const publicUrl = [
  {
    StatementId: 'FunctionURLAllowPublicAccess',
    Action: 'lambda:InvokeFunctionUrl',
    Principal: '*',
    FunctionUrlAuthType: 'NONE',
  },
  {
    StatementId: 'FunctionURLInvokeAllowPublicAccess',
    Action: 'lambda:InvokeFunction',
    Principal: '*',
  },
] as const;

const FUNCTIONS: readonly FunctionPlan[] = [
  {
    name: 'nwh-berth-planner',
    region: HOME,
    config: {
      Runtime: 'python3.13',
      TracingConfig: { Mode: 'Active' },
      Environment: {
        Variables: {
          STAGE: 'prod',
          DB_PASSWORD: `arn:aws:secretsmanager:${HOME}:${ACCOUNT_ID}:secret:nwh/berths`,
        },
      },
    },
    permissions: [
      {
        StatementId: 'from-rule',
        Action: 'lambda:InvokeFunction',
        Principal: 'events.amazonaws.com',
        SourceArn: `arn:aws:events:${HOME}:${ACCOUNT_ID}:rule/nwh-berths`,
      },
    ],
    url: 'AWS_IAM',
    expected: {
      'lambda-function-not-public': 'pass',
      'lambda-function-url-authenticated': 'pass',
      'lambda-function-supported-runtime': 'pass',
      'lambda-function-env-no-secrets': 'pass',
      'lambda-function-tracing': 'pass',
    },
  },
  {
    name: 'nwh-manifest-import',
    region: SECOND,
    config: {
      Runtime: 'python3.9',
      Environment: { Variables: { STAGE: 'prod', FTP_PASSWORD: 'Qy7-wharf-28-gantry' } },
    },
    permissions: [
      {
        StatementId: 'from-bucket',
        Action: 'lambda:InvokeFunction',
        Principal: 's3.amazonaws.com',
        SourceArn: 'arn:aws:s3:::nwh-manifests',
      },
    ],
    expected: {
      'lambda-function-not-public': 'fail',
      'lambda-function-supported-runtime': 'fail',
      'lambda-function-env-no-secrets': 'fail',
      'lambda-function-tracing': 'fail',
      'lambda-function-in-vpc': 'fail',
    },
  },
  {
    name: 'nwh-track-and-trace',
    region: US,
    config: { Runtime: 'nodejs22.x' },
    permissions: publicUrl,
    url: 'NONE',
    expected: {
      'lambda-function-not-public': 'fail',
      'lambda-function-url-authenticated': 'fail',
      'lambda-function-supported-runtime': 'pass',
      'lambda-function-env-no-secrets': 'pass',
    },
  },
];

async function plant(site: Site): Promise<void> {
  await iam.planted(site);
  const Role = `arn:aws:iam::${ACCOUNT_ID}:role/nightly-rates`;
  for (const { name, region, config, permissions = [], url, expected } of FUNCTIONS) {
    const client = site.client(LambdaClient, region, 150);
    const Code = { ZipFile: new Uint8Array() };
    await client.send(
      new CreateFunctionCommand({ FunctionName: name, Role, Code, Handler: 'app.run', ...config }),
    );
    for (const permission of permissions) {
      await client.send(new AddPermissionCommand({ FunctionName: name, ...permission }));
    }
    if (url !== undefined) {
      const urls = [{ name, authType: url }];
      await site.set('state', lambda.state({ [region]: { urls } }));
    }
    const arn = `arn:aws:lambda:${region}:${ACCOUNT_ID}:function:${name}`;
    for (const [check, outcome] of Object.entries(expected)) site.expect(check, arn, outcome);
  }
}

const lambda = emulate({
  service,
  sdk,
  Client: LambdaClient,
  state,
  answers: {
    ListFunctionUrlConfigs: (request, { urls }) => {
      const [, asked = ''] = /\/functions\/([^/]+)\/urls/.exec(request.url.pathname) ?? [];
      const of = urls.filter(({ name }) => name === decodeURIComponent(asked));
      return success(request, {
        FunctionUrlConfigs: of.map(({ name, authType }) => ({
          FunctionUrl: `https://${name}.lambda-url.${request.region}.on.aws/`,
          FunctionArn: `arn:aws:lambda:${request.region}:${ACCOUNT_ID}:function:${name}`,
          AuthType: authType,
          CreationTime: '2026-06-25T17:27:00Z',
          LastModifiedTime: '2026-06-25T17:27:00Z',
          InvokeMode: 'BUFFERED',
        })),
      });
    },
  },
  plant,
});
export default lambda;
