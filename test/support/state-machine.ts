/** The state machine of a fleet in the emulator's interpreter, with the functions of the archive as its tasks. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { stateMachine } from '../../deploy/cdk/state-machine.ts';
import { must } from '../../emulator/site.ts';
import { type FunctionOptions, type LambdaFunction, startFunction } from './lambda-runtime.ts';

/** The name of a function in the state machine, as an export of src/lambda.ts. */
export type Step = 'listAccounts' | 'scanAccount' | 'reportFleet';

export interface Invocation {
  readonly step: Step;
  readonly input: unknown;
  readonly result: unknown;
}

export interface EmulatedMachine {
  /** Runs to its end. */
  run(
    input: object,
  ): Promise<{
    readonly status: string;
    readonly error?: string | undefined;
    readonly cause?: string | undefined;
  }>;
  /** What the functions were asked so far, and what they answered. */
  readonly invocations: Invocation[];
  /** Not by the state machine. */
  invoke(step: Step, input: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface MachineOptions extends Omit<FunctionOptions, 'name' | 'handler'> {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** How many processes a function has, which is how many accounts are scanned at once. */
  readonly atOnce: number;
  /** Seconds after which a function is ended. */
  readonly seconds: number;
}

const placeholders = {
  ListFunction: 'listAccounts',
  ScanFunction: 'scanAccount',
  ReportFunction: 'reportFleet',
} as const satisfies Readonly<Record<string, Step>>;

export async function startMachine(options: MachineOptions): Promise<EmulatedMachine> {
  const { endpoint, region, credentials, atOnce, seconds } = options;
  const config = { endpoint, region, credentials };
  await fetch(`${endpoint}/moto-api/config`, {
    method: 'POST',
    body: JSON.stringify({
      stepfunctions: { execute_state_machine: true },
      lambda: { use_docker: false },
    }),
  });
  const invocations: Invocation[] = [];
  const pools = new Map<Step, readonly LambdaFunction[]>();
  const turns = new Map<Step, number>();
  const invoke = async (step: Step, input: unknown) => {
    const pool = pools.get(step) ?? [];
    const turn = turns.get(step) ?? 0;
    turns.set(step, turn + 1);
    const invoked = await must(pool[turn % pool.length], step).invoke(input, seconds);
    const result = 'result' in invoked ? invoked.result : undefined;
    invocations.push({ step, input, result });
    return invoked;
  };
  const server = createServer((request, response) => {
    void (async () => {
      const step = Object.values(placeholders).find((name) => request.url === `/${name}`);
      const invoked = await invoke(must(step, String(request.url)), await json(request));
      if ('result' in invoked) response.end(JSON.stringify(invoked.result));
      else {
        response.setHeader('x-amz-function-error', 'Unhandled');
        const ended = { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out' };
        response.end(JSON.stringify('error' in invoked ? invoked.error : ended));
      }
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');

  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  const made = await new IAMClient(config).send(
    new CreateRoleCommand({ RoleName: 'fleet', AssumeRolePolicyDocument: trust }),
  );
  const role = must(made.Role?.Arn, 'Role.Arn');
  // An amount of percent is a floating number for the interpreter, as JavaScript does not write it.
  let definition = JSON.stringify(stateMachine)
    .replaceAll('${Partition}', 'aws')
    .replace('"ToleratedFailurePercentage":100,', '"ToleratedFailurePercentage":100.0,');
  for (const [placeholder, step] of Object.entries(placeholders)) {
    const created = await new LambdaClient(config).send(
      new CreateFunctionCommand({
        FunctionName: step,
        Role: role,
        Runtime: 'nodejs22.x',
        Handler: `index.${step}`,
        Code: { ZipFile: Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1') },
      }),
    );
    definition = definition.replaceAll(
      `\${${placeholder}}`,
      must(created.FunctionArn, 'FunctionArn'),
    );
    await fetch(`${endpoint}/emulator/function`, {
      method: 'PUT',
      body: JSON.stringify({ name: step, url: `http://127.0.0.1:${address.port}/${step}` }),
    });
    const count = step === 'scanAccount' ? atOnce : 1;
    const own = { ...options, name: step, handler: `index.${step}` };
    pools.set(step, await Promise.all(Array.from({ length: count }, () => startFunction(own))));
  }
  const states = new SFNClient(config);
  const { stateMachineArn } = await states.send(
    new CreateStateMachineCommand({ name: 'fleet', roleArn: role, definition }),
  );
  return {
    run: async (input) => {
      const { executionArn } = await states.send(
        new StartExecutionCommand({
          stateMachineArn,
          name: randomUUID(),
          input: JSON.stringify(input),
        }),
      );
      for (;;) {
        const { status, error, cause } = await states.send(
          new DescribeExecutionCommand({ executionArn }),
        );
        if (status !== 'RUNNING') return { status: String(status), error, cause };
        await sleep(200);
      }
    },
    invocations,
    invoke,
    stop: async () => {
      await Promise.all([...pools.values()].flat().map((each) => each.stop()));
      server.closeAllConnections();
      server.close();
    },
  };
}
