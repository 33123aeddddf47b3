/** Operations that moto lacks, answered from a state of the gate's own that begins as a new AWS account. */
import { z } from 'zod';
import type { Answer } from './answer.ts';
import type { AwsRequest } from './request.ts';

/** Facts of one Region that moto keeps no operation for, as JSON. Its defaults are what a new account has. */
export type StateSchema = z.ZodType<object, object>;

/** What a service answers in moto's place, by operation. */
export type Answerers<State> = Readonly<
  Record<string, (request: AwsRequest, state: State) => Answer>
>;

/** The state and the answers of one service. */
export interface CannedService {
  readonly id: string;
  readonly open: () => OpenCanned;
}

interface OpenCanned {
  readonly answer: (request: AwsRequest) => Answer | undefined;
  readonly change: (region: string, members: object) => void;
}

/** Body of `PUT /emulator/state`: by service, by Region, the members that change. Others stay as they are. */
export const StateChange = z.record(
  z.string(),
  z.record(z.string(), z.record(z.string(), z.json())),
);
export type StateChange = Readonly<Record<string, Readonly<Record<string, object>>>>;

export interface Canned {
  readonly answer: (request: AwsRequest) => Answer | undefined;
  /** Throws where a service has no such state. */
  readonly change: (change: StateChange) => void;
}

/** What one service answers, in the state of a new account. */
export function openCanned<Schema extends StateSchema>(
  schema: Schema,
  answers: Answerers<z.output<Schema>>,
): OpenCanned {
  const changed = new Map<string, object>();
  return {
    answer: (request) => {
      const answer = answers[request.operation];
      return answer?.(request, schema.parse(changed.get(request.region) ?? {}));
    },
    change: (region, members) => {
      const next = { ...changed.get(region), ...members };
      schema.parse(next);
      changed.set(region, next);
    },
  };
}

/** All that these services answer. */
export function createCanned(services: readonly CannedService[]): Canned {
  const open = new Map(services.map((service) => [service.id, service.open()]));
  return {
    answer: (request) => open.get(request.service)?.answer(request),
    change: (change) => {
      for (const [service, regions] of Object.entries(change)) {
        const canned = open.get(service);
        if (!canned) throw new Error(`The emulator has no service ${service}.`);
        for (const [region, members] of Object.entries(regions)) canned.change(region, members);
      }
    },
  };
}
