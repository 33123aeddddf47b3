import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { lifecycleRules, repositories } from '../../src/collectors/ecr/repositories.ts';

export default defineCheck({
  id: 'ecr-repository-lifecycle',
  title: 'A lifecycle policy removes old images of the repository',
  severity: 'medium',
  responsibility: 'ecr.data-and-data-location',
  controls: {
    'aws-fsbp': { 'ECR.3': equal },
    'nist-800-53-r5': servesNist('old images are one part of what is kept in order', 'CM-2'),
  },
  why: 'Old images gather vulnerabilities, stay ready to be run, and are paid for; without a lifecycle policy AWS deletes none.',
  fix: 'Give the repository a lifecycle policy that expires untagged and old images. Preview it first: what it expires is gone.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
  remedy: {
    console:
      'ECR, Private registry, Repositories, the repository, Lifecycle Policy, Edit test rules.',
    cli: `# deletes, within a day, untagged images that were pushed more than 14 days ago
aws ecr put-lifecycle-policy --repository-name REPOSITORY --lifecycle-policy-text \\
  '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":14},"action":{"type":"expire"}}]}'`,
    terraform: `resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = file("lifecycle.json")
}`,
  },

  evaluates: repositories,
  needs: { lifecycle: lifecycleRules },

  evaluate(repository, { read, lifecycle }) {
    const rules = read(lifecycle.of(repository));
    if (rules === 0) return fail('there is no lifecycle policy with rules');
    return pass(`the lifecycle policy has ${rules} ${rules === 1 ? 'rule' : 'rules'}`);
  },
});
