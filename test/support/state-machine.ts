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
import {
  type FunctionOptions,
  type Invoked,
  type LambdaFunction,
  startFunction,
} from './lambda-runtime.ts';

/** The name of a function in the state machine, as an export of src/lambda.ts. */
export type Step = 'listAccounts' | 'scanAccount' | 'reportFleet';

export interface Invocation {
  readonly step: Step;
  readonly input: unknown;
  readonly result: unknown;
}

export interface EmulatedMachine {
  /** Runs to its end. */
  run(input: object): Promise<{
    readonly status: string;
    readonly error?: string | undefined;
    readonly cause?: string | undefined;
  }>;
  /** What the functions were asked so far, and what they answered. */
  readonly invocations: Invocation[];
  /** Accounts in whose next scan the function is killed. */
  readonly killed: Map<string, Kill>;
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

/** How Lambda ends a function that does not end itself. */
export interface Kill {
  /** Resolves when it is killed. */
  readonly when: () => Promise<void>;
  /** What Lambda answers then. */
  readonly error: { readonly errorType: string; readonly errorMessage: string };
}

/** Lambda's own words. */
export const kills = {
  timeout: {
    errorType: 'Sandbox.Timedout',
    errorMessage: 'Error: Task timed out after 900.00 seconds',
  },
  exit: {
    errorType: 'Runtime.ExitError',
    errorMessage: 'Error: Runtime exited with error: signal: killed',
  },
} as const;

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
  const killed = new Map<string, Kill>();
  const pools = new Map<Step, Pool>();
  const invoke = async (step: Step, input: unknown) => {
    const kill = step === 'scanAccount' ? killed.get(accountIn(input)) : undefined;
    killed.delete(accountIn(input));
    const invoked = await must(pools.get(step), step).invoke(input, kill);
    const result = 'result' in invoked ? invoked.result : undefined;
    invocations.push({ step, input, result });
    if (!('ended' in invoked)) return invoked;
    return { ...invoked, error: kill?.error ?? kills[invoked.ended] };
  };
  const server = createServer((request, response) => {
    void (async () => {
      const step = Object.values(placeholders).find((name) => request.url === `/${name}`);
      const invoked = await invoke(must(step, String(request.url)), await json(request));
      if ('result' in invoked) response.end(JSON.stringify(invoked.result));
      else {
        response.setHeader('x-amz-function-error', 'Unhandled');
        response.end(JSON.stringify(invoked.error));
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
    pools.set(step, await startPool(own, count, seconds));
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
    killed,
    invoke,
    stop: async () => {
      await Promise.all([...pools.values()].map((each) => each.stop()));
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Pool {
  invoke(input: unknown, kill?: Kill): Promise<Invoked>;
  stop(): Promise<void>;
}

/** Processes of one function, each for one invocation at a time. One that was killed has another in its place. */
async function startPool(own: FunctionOptions, count: number, seconds: number): Promise<Pool> {
  const all = new Set<LambdaFunction>();
  const start = async () => {
    const started = await startFunction(own);
    all.add(started);
    return started;
  };
  const free = await Promise.all(Array.from({ length: count }, start));
  const waiting: ((free: LambdaFunction) => void)[] = [];
  const release = (function_: LambdaFunction) => {
    const next = waiting.shift();
    if (next) next(function_);
    else free.push(function_);
  };
  return {
    invoke: async (input, kill) => {
      const taken =
        free.shift() ?? (await new Promise<LambdaFunction>((resolve) => waiting.push(resolve)));
      const invoking = taken.invoke(input, seconds);
      if (kill) {
        await kill.when();
        await taken.stop();
      }
      const invoked = await invoking;
      if (kill || 'ended' in invoked) {
        all.delete(taken);
        await taken.stop();
        release(await start());
      } else release(taken);
      return invoked;
    },
    stop: async () => {
      await Promise.all([...all].map((each) => each.stop()));
    },
  };
}

function accountIn(input: unknown): string {
  const account =
    typeof input === 'object' && input !== null ? Reflect.get(input, 'account') : undefined;
  return typeof account === 'string' ? account : '';
}
