/** The template of the role that GitHub Actions takes: who may take it, and that it may do no more than a scan needs. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { withPolicy } from '../../scripts/deploy-template.ts';
import { openCfnLint } from '../support/cfn-lint.ts';
import { deploy } from '../support/template.ts';

const path = fileURLToPath(new URL('../../deploy/github-role.yaml', import.meta.url));
const text = readFileSync(path, 'utf8');
const printed: Parameters<typeof withPolicy>[1] = JSON.parse(
  readFileSync(new URL('../../deploy/policy.json', import.meta.url), 'utf8'),
);
const Trust = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.tuple([
    z.strictObject({
      Effect: z.literal('Allow'),
      Principal: z.strictObject({ Federated: z.string() }),
      Action: z.literal('sts:AssumeRoleWithWebIdentity'),
      Condition: z.strictObject({
        StringEquals: z.strictObject({
          'token.actions.githubusercontent.com:aud': z.literal('sts.amazonaws.com'),
          'token.actions.githubusercontent.com:sub': z.array(z.string()),
        }),
      }),
    }),
  ]),
});

it('holds the printed policy as `npm run generate` writes it', () => {
  expect(withPolicy(text, printed)).toBe(text);
});

it('takes the names of repositories with and without their ids, and no wildcard', () => {
  const patterns = z
    .record(z.string(), z.string())
    .parse(
      Object.fromEntries(
        [...text.matchAll(/^ {2}(\w+):\n(?: {4}.*\n)*? {4}AllowedPattern: (.*)$/gm)].map(
          ([, name, pattern]) => [name, pattern],
        ),
      ),
    );
  const takes = (name: string, value: string) => new RegExp(patterns[name] ?? '?').test(value);
  expect(Object.keys(patterns)).toEqual(['Repository', 'Branch', 'Environment', 'ProviderArn']);
  expect(takes('Repository', 'acme/infra')).toBe(true);
  expect(takes('Repository', 'acme@1234/infra@5678')).toBe(true);
  for (const wrong of ['*', 'acme/*', 'acme', 'acme/infra:ref:refs/heads/main', 'acme/in?ra'])
    expect(takes('Repository', wrong), wrong).toBe(false);
  for (const name of ['Branch', 'Environment']) expect(takes(name, 'release/*'), name).toBe(false);
});

const cfnLint = await openCfnLint();

describe.skipIf(!cfnLint)('the template', () => {
  if (!cfnLint) return;
  const template = cfnLint.parse(path);
  const stackWith = (parameters: Readonly<Record<string, string>>) => {
    const stack = deploy(template, { Repository: 'acme/infra', ...parameters });
    const role = stack.only('AWS::IAM::Role').Properties;
    const [statement] = Trust.parse(role['AssumeRolePolicyDocument']).Statement;
    return {
      stack,
      role,
      provider: statement.Principal.Federated,
      subjects: statement.Condition.StringEquals['token.actions.githubusercontent.com:sub'],
    };
  };

  it('is clean for cfn-lint, hints included', () => {
    expect(cfnLint.lint(path)).toBe('');
  });

  it('lets in the main branch of the repository and nobody else', () => {
    expect(stackWith({}).subjects).toEqual(['repo:acme/infra:ref:refs/heads/main']);
  });

  it('lets in pull requests and an environment where that was asked for', () => {
    const { subjects } = stackWith({ Environment: 'audit', PullRequests: 'yes' });
    expect(subjects).toEqual([
      'repo:acme/infra:ref:refs/heads/main',
      'repo:acme/infra:environment:audit',
      'repo:acme/infra:pull_request',
    ]);
    expect(stackWith({ Branch: '', PullRequests: 'yes' }).subjects).toEqual([
      'repo:acme/infra:pull_request',
    ]);
  });

  it('makes the OIDC provider, or trusts the one that is there', () => {
    const made = stackWith({});
    expect(made.provider).toBe('provider');
    expect(made.stack.only('AWS::IAM::OIDCProvider').Properties).toEqual({
      Url: 'https://token.actions.githubusercontent.com',
      ClientIdList: ['sts.amazonaws.com'],
    });

    const arn = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
    const found = stackWith({ ProviderArn: arn });
    expect(found.provider).toBe(arn);
    expect(found.stack.ofType('AWS::IAM::OIDCProvider')).toEqual([]);
  });

  it('may read by exactly the printed policy', () => {
    expect(stackWith({}).role['Policies']).toEqual([
      { PolicyName: 'read', PolicyDocument: printed },
    ]);
  });
});
