import check from '../../../checks/ecr/repository-not-public.ts';
import { parsePolicy } from '../../../src/policy/document.ts';
import { testCheck } from '../../support/check-tester.ts';
import { repository } from '../../support/ecr.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const pull = {
  Sid: 'Pull',
  Effect: 'Allow',
  Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
};

function policy(...statements: readonly object[]) {
  const parsed = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!parsed.ok) throw new Error(parsed.fault);
  return { policies: everyone(known(parsed.policy)) };
}

const everyoneWhere = (operator: string, key: string, value: string) =>
  policy({ ...pull, Principal: '*', Condition: { [operator]: { [key]: value } } });

const resource = repository();

testCheck(check, {
  pass: [
    {
      name: 'a new repository has no policy',
      resource,
      given: { policies: everyone(known(null)) },
      reasons: ['there is no repository policy'],
    },
    {
      name: 'another account by name is shared, not public',
      resource,
      given: policy({ ...pull, Principal: { AWS: 'arn:aws:iam::444455556666:root' } }),
    },
    {
      name: 'everyone, but of a fixed organisation',
      resource,
      given: everyoneWhere('StringEquals', 'aws:PrincipalOrgID', 'o-abcdefghij'),
    },
    {
      name: 'Lambda, for functions of one account',
      resource,
      given: policy({
        ...pull,
        Principal: { Service: 'lambda.amazonaws.com' },
        Condition: { StringLike: { 'aws:sourceArn': 'arn:aws:lambda:eu-west-1:111122223333:*' } },
      }),
    },
  ],
  fail: [
    {
      name: 'everyone may pull',
      resource,
      given: policy({ ...pull, Principal: '*' }),
      reasons: ['statement 1 (Sid Pull)', 'ecr:BatchGetImage'],
      severity: 'critical',
    },
    {
      name: 'everyone, in the list form of a principal',
      resource,
      given: policy({ ...pull, Principal: { AWS: ['444455556666', '*'] } }),
    },
    {
      name: 'a condition that anybody can meet limits nobody',
      resource,
      given: everyoneWhere('StringLike', 'aws:PrincipalOrgID', '*'),
    },
  ],
  unknown: [
    {
      name: 'the policy may not be read',
      resource,
      given: { policies: everyone(unreadable()) },
    },
  ],
});
