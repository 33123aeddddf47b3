import { subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { repositories, repositoryPolicies } from '../../src/collectors/ecr/repositories.ts';
import { judgeResourcePolicy } from '../../src/reasoning/exposure/resource-policy.ts';

export default defineCheck({
  id: 'ecr-repository-not-public',
  title: 'The policy of the private repository does not let in everyone',
  severity: 'critical',
  responsibility: 'ecr.identity-and-access',
  controls: {
    'cis-aws-7.0': {
      '2.21': subsetOf('repositories are one kind of resource that has a policy'),
    },
    'nist-800-53-r5': servesNist(
      'who may pull and push images is one part of access',
      'AC-3',
      'AC-6',
      'AC-21',
    ),
  },
  why: 'Whoever has any AWS account can pull from a repository that lets in everyone, with all code and secrets in its images, or push an image that others will run.',
  fix: 'Name the accounts or roles in the statement that the finding names, or limit it with a fixed value of aws:PrincipalOrgID. What is meant for everyone belongs into ECR Public.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
  remedy: {
    console: 'ECR, Private registry, Repositories, the repository, Permissions, Edit.',
    cli: `aws ecr get-repository-policy --repository-name REPOSITORY --query policyText --output text > policy.json
# edit policy.json: name the accounts; who pulls without being named there loses access
aws ecr set-repository-policy --repository-name REPOSITORY --policy-text file://policy.json`,
    terraform: `resource "aws_ecr_repository_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_iam_policy_document.named_accounts.json
}`,
  },

  evaluates: repositories,
  needs: { policies: repositoryPolicies },

  evaluate: (repository, { read, policies }) =>
    judgeResourcePolicy(read(policies.of(repository)), {
      service: 'ecr',
      arn: repository.arn,
      what: 'repository policy',
    }),
});
