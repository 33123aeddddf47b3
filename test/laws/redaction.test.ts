/**
 * K11: nothing of an answer that AWS calls sensitive, and nothing of what is kept back here, gets to a collector or into
 * the evidence. Each operation is given an answer, made from the SDK's own schema, in which all of that holds a mark.
 */
import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import { allServices, type SomeOperation } from '../support/services.ts';

/** Secrets and personal data that no schema marks, and why they are kept back. */
const alsoKeptBack: Readonly<Record<string, readonly string[]>> = {
  // Whoever writes a task definition may have written a password into it.
  'ecs:DescribeTaskDefinition': [
    'taskDefinition.containerDefinitions.environment.value',
    'taskDefinition.containerDefinitions.command',
    'taskDefinition.containerDefinitions.entryPoint',
    'taskDefinition.containerDefinitions.healthCheck.command',
    'taskDefinition.containerDefinitions.dockerLabels',
    'taskDefinition.containerDefinitions.logConfiguration.options',
    'taskDefinition.containerDefinitions.firelensConfiguration.options',
  ],
  // Stage variables may hold passwords of what an API calls.
  'api-gateway:GetStages': ['item.variables', 'item.canarySettings.stageVariableOverrides'],
  'apigatewayv2:GetStages': ['Items.StageVariables'],
  // Whoever launches an instance may have written a password into it.
  'ec2:DescribeInstanceAttribute': ['UserData.Value'],
  // Environment variables, and the password of a database, are settings among the others.
  'elastic-beanstalk:DescribeConfigurationSettings': ['ConfigurationSettings.OptionSettings.Value'],
  // The password of the load balancer at an identity provider; AWS says nowhere that it is left out.
  'elb-v2:DescribeListeners': ['Listeners.DefaultActions.AuthenticateOidcConfig.ClientSecret'],
  'elb-v2:DescribeRules': ['Rules.Actions.AuthenticateOidcConfig.ClientSecret'],
  // What a rule looks for, and what it answers or adds: the secret by which a front end is known, for one.
  'wafv2:GetWebACL': [
    'WebACL.Rules.Statement',
    'WebACL.Rules.Action',
    'WebACL.DefaultAction',
    'WebACL.CustomResponseBodies',
    'WebACL.PreProcessFirewallManagerRuleGroups.FirewallManagerStatement',
    'WebACL.PostProcessFirewallManagerRuleGroups.FirewallManagerStatement',
  ],
  // Display names were made of e-mail addresses.
  's3:ListBuckets': ['Owner.DisplayName'],
  's3:GetBucketAcl': [
    'Owner.DisplayName',
    'Grants.Grantee.DisplayName',
    'Grants.Grantee.EmailAddress',
  ],
  // E-mail addresses and phone numbers, and addresses with a password in them.
  'sns:ListSubscriptionsByTopic': ['Subscriptions.Endpoint'],
};

const mark = 'sXe5-mark-9Qz1';
/** As it is; encoded, as user data comes; and where a detector of secrets finds it. */
const texts = [mark, base64(mark), base64(`#!/bin/sh\nexport DB_PASSWORD=${mark}\n`)];

const services = await allServices();
const operations = services.flatMap(({ sdk, operations: all }) =>
  all.map((operation) => ({
    name: nameOf(operation),
    operation,
    schema: outputOf(sdk, operation),
  })),
);
const holding = operations.filter(({ name, schema }) => holdsMark(answerOf(schema, name, mark)));

describe('an operation with sensitive members in its answer redacts them', () => {
  it.each(holding)('$name', ({ name, operation, schema }) => {
    for (const text of texts) {
      const answer = answerOf(schema, name, text);
      expect(holdsMark(answer), 'the answer before').toBe(true);
      const redacted = operation.redact ? operation.redact(answer) : answer;
      expect(holdsMark(redacted), 'what a collector and the evidence see').toBe(false);
    }
  });
});

describe('an operation redacts nothing without need', () => {
  it.each(operations.filter(({ operation }) => operation.redact))('$name', ({ name }) => {
    expect(holding.map((each) => each.name)).toContain(name);
  });
});

it('contacts, the e-mail of the management account, user data, pending passwords and MFA seeds are among them', () => {
  expect(holding.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'account:GetAlternateContact',
      'account:GetContactInformation',
      'ec2:DescribeInstanceAttribute',
      'iam:ListVirtualMFADevices',
      'organizations:DescribeOrganization',
      'rds:DescribeDBClusters',
      'rds:DescribeDBInstances',
    ]),
  );
});

it('what is kept back beside the schema is in the answers of operations that are sent', () => {
  const paths = Object.entries(alsoKeptBack).flatMap(([name, all]) =>
    all.map((path) => ({ name, path })),
  );
  const missing = paths.filter(({ name, path }) => {
    const found = operations.find((each) => each.name === name);
    return !found || !holdsMark(answerOf(found.schema, name, mark, [path]));
  });
  expect(missing).toEqual([]);
});

it('an answer of which nothing is to be kept back is given on as it came', () => {
  for (const { name, operation, schema } of operations) {
    const answer = answerOf(schema, name, undefined);
    expect(operation.redact ? operation.redact(answer) : answer, name).toEqual(answer);
  }
});

function nameOf({ service, name }: SomeOperation): string {
  return `${service}:${name}`;
}

/** The SDK exports the schema of each operation under its name and a dollar sign; the sixth entry is the answer's. */
function outputOf(sdk: object, { name }: SomeOperation): NormalizedSchema {
  const schema: unknown = Reflect.get(sdk, `${name}$`);
  if (!Array.isArray(schema)) throw new Error(`the SDK exports no schema of ${name}`);
  return NormalizedSchema.of(schema[5]);
}

/** A whole answer with `secret` in all that is sensitive, or without all that where there is none. */
function answerOf(
  schema: NormalizedSchema,
  operation: string,
  secret: string | undefined,
  also = alsoKeptBack[operation] ?? [],
): object {
  const build = (
    at: NormalizedSchema,
    path: string,
    within: readonly string[],
    isWithinSecret = false,
  ): unknown => {
    const isWhole = isWithinSecret || also.includes(path);
    const isSecret = isWhole || at.getMergedTraits().sensitive !== undefined;
    if (isSecret && secret === undefined) return undefined;
    if (at.isStructSchema()) {
      const name = at.getName(true) ?? '';
      if (within.includes(name)) return undefined;
      const members = [...at.structIterator()].map(([key, member]) => [
        key,
        build(member, path === '' ? key : `${path}.${key}`, [...within, name], isWhole),
      ]);
      return Object.fromEntries(members.filter(([, value]) => value !== undefined));
    }
    if (at.isListSchema()) {
      const item = build(at.getValueSchema(), path, within, isWhole);
      return item === undefined ? [] : [item];
    }
    if (at.isMapSchema()) return { key: build(at.getValueSchema(), path, within, isWhole) };
    if (at.isBlobSchema()) return new TextEncoder().encode(isSecret ? secret : 'bytes');
    if (isSecret && at.isStringSchema()) return secret;
    return plainOf(at);
  };
  const answer = build(schema, '', []);
  if (typeof answer !== 'object' || answer === null)
    throw new Error(`${operation} answers nothing`);
  return answer;
}

function plainOf(schema: NormalizedSchema): unknown {
  if (schema.isBooleanSchema()) return true;
  if (schema.isNumericSchema()) return 1;
  if (schema.isTimestampSchema()) return new Date('2026-11-22T12:00:00Z');
  return 'text';
}

/** Whether the mark is anywhere in the value, plain or encoded. */
function holdsMark(value: unknown): boolean {
  if (typeof value === 'string') return isMarked(value) || isMarked(atobOf(value));
  if (value instanceof Uint8Array) return holdsMark(new TextDecoder().decode(value));
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsMark);
}

function isMarked(text: string): boolean {
  return text.includes(mark);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function atobOf(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
