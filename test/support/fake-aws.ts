/** Operations that no SDK client stands behind, and a transport that answers them from a table. */
import type { Transport } from '../../src/aws/transport.ts';
import { canonical } from '../../src/aws/evidence/canonical.ts';
import type { Fault } from '../../src/aws/faults.ts';
import type { Answer, Operation, OperationSpec } from '../../src/aws/operation.ts';

export interface ThingsAnswer {
  readonly Things?: readonly { readonly Name?: string; readonly Of?: string }[];
  readonly NextToken?: string;
  readonly Ready?: boolean;
}
export interface ThingsInput {
  readonly NextToken?: string;
  readonly Of?: string;
}

export type ThingsOperation = Operation<ThingsInput, ThingsAnswer>;

/** A paged read of things. `send` may answer it live. */
export function things(
  name: string,
  spec: Omit<Partial<OperationSpec<ThingsAnswer>>, 'pages'> & {
    readonly service?: string;
    send?(region: string, limit?: number): Promise<Answer<ThingsAnswer>>;
  } = {},
): ThingsOperation {
  const service = spec.service ?? 's3';
  const { send } = spec;
  return {
    action: `${service}:${name}`,
    anywhere: true,
    pages: {
      next: (answer) => answer.NextToken,
      turn: (input, NextToken) => ({ ...input, NextToken }),
    },
    ...spec,
    service,
    name,
    rate: { burst: 100, refill: 100, source: 'the test' },
    scope: 'regional',
    callsInFlight: 2,
    send: (_connection, region, _input, limit) =>
      send ? send(region, limit) : Promise.reject(new Error(`${name} is not to be sent`)),
  };
}

/** A live answer. */
export function answering(output: ThingsAnswer): Answer<ThingsAnswer> {
  return { output, requestId: 'R1' };
}

/** What AWS says, by call id or by operation name; a list is said one after the other. */
export type Script = Readonly<Record<string, Said | readonly Said[]>>;
type Said = ThingsAnswer | { readonly error: Fault };

export function scripted(script: Script): Transport & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const turns = new Map<string, number>();
  return {
    asked,
    exchange: (operation, _region, _input, { id }) => {
      asked.push(id);
      const key = id in script ? id : operation.name;
      const said = script[key];
      const turn = turns.get(key) ?? 0;
      turns.set(key, turn + 1);
      const now = isMany(said) ? (said[turn] ?? said.at(-1)) : said;
      const how = { at: '2026-11-22T12:00:00.000Z', requestId: 'R1', attempts: 1 };
      if (now === undefined) {
        return Promise.resolve({ ...how, error: { code: 'AccessDenied', message: 'not told' } });
      }
      if ('error' in now) return Promise.resolve({ ...how, error: now.error });
      return Promise.resolve({ ...how, answer: canonical(now) });
    },
    again: (tries) => Promise.resolve(tries < 3),
  };
}

function isMany(said: Script[string] | undefined): said is readonly Said[] {
  return Array.isArray(said);
}

export function failing(code: string, message = 'words of AWS'): { readonly error: Fault } {
  return { error: { code, message } };
}
