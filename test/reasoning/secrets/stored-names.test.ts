import { expect, it } from 'vitest';
import { namesSecret } from '../../../src/reasoning/secrets/stored-names.ts';

it.each([
  '/prod/db/password',
  'DB_PASSWORD',
  'dbPasswd',
  '/prod/github/token',
  '/prod/stripe/api-key',
  'private_key',
  '/app/client-secret',
  '/prod/passwords/orders',
  '/prod/smtp/credentials',
  '/secrets/orders',
  '/prod/db/password/current',
])('%s names a secret', (name) => {
  expect(namesSecret(name)).toBe(true);
});

it.each([
  '/prod/db/host',
  '/prod/password-policy/min-length',
  '/prod/db/password/arn',
  '/prod/token/ttl',
  '/prod/db/secret-name',
  '/prod/api-key-id',
  '/secrets/rotation/days',
  'tokenizer',
  '/prod/tokens-per-minute',
  'compass',
])('%s names none', (name) => {
  expect(namesSecret(name)).toBe(false);
});
