import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGate } from '../../emulator/gate.ts';
import type { Gate } from '../../emulator/gate.ts';

let gate: Gate;
let asked = 0;
const upstream = createServer((message, response) => {
  asked += 1;
  message.resume();
  response.end(`answer ${asked}`);
});

beforeAll(async () => {
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const address = upstream.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  gate = await startGate({ upstream: `http://127.0.0.1:${address.port}` });
});
afterAll(async () => {
  await gate.close();
  upstream.close();
});

async function ask(target: string, region = 'eu-west-1', body = '{}'): Promise<string> {
  const date = new Date(1_700_000_000_000 + asked * 1000).toISOString();
  const answer = await fetch(gate.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `TrentService.${target}`,
      'x-amz-date': date,
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/${region}/kms/aws4_request, Signature=${asked}`,
    },
    body,
  });
  return answer.text();
}

it('gives the last answer to the same question again, and asks moto what was never asked', async () => {
  gate.setKeeping('keep');
  expect(await ask('ListKeys')).toBe('answer 1');
  expect(await ask('ListKeys')).toBe('answer 2');
  gate.setKeeping('give');
  gate.calls.reset();
  expect(await ask('ListKeys')).toBe('answer 2');
  expect(await ask('ListKeys', 'eu-west-2')).toBe('answer 3');
  expect(await ask('ListKeys', 'eu-west-1', '{"Limit":1}')).toBe('answer 4');
  expect(await ask('ListAliases')).toBe('answer 5');
  expect(gate.calls.list().map(({ by }) => by)).toEqual(['kept', 'moto', 'moto', 'moto']);
});

it('takes two operations of a JSON protocol with the same input for two questions', async () => {
  gate.setKeeping('off');
  gate.calls.reset();
  await ask('ListKeys');
  await ask('ListAliases');
  expect(gate.calls.duplicates()).toEqual([]);
});
