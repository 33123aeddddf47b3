import { equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { repositories } from '../../src/collectors/ecr/repositories.ts';
import { listed } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'ecr-repository-immutable-tags',
  title: 'Image tags of the repository cannot be overwritten',
  severity: 'medium',
  responsibility: 'ecr.application-code',
  controls: {
    'aws-fsbp': {
      'ECR.2': equalWith(
        { allowExclusions: false },
        subsetOf('single tags may be excluded unless allowExclusions is false'),
      ),
    },
    'nist-800-53-r5': servesNist('a tag that cannot move is one part of a baseline', 'CM-2'),
  },
  why: 'A tag that can be moved to another image lets what is deployed change without any change of the deployment, by mistake or by an attacker.',
  fix: 'Make tags immutable. Where some tags must move, such as latest, exclude these alone by a filter; set allowExclusions to false where none may.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  remedy: {
    console: 'ECR, Private registry, Repositories, the repository, Edit, Image tag mutability.',
    cli: `# pushes of a tag that is there already fail from now on
aws ecr put-image-tag-mutability --repository-name REPOSITORY --image-tag-mutability IMMUTABLE`,
    terraform: `resource "aws_ecr_repository" "this" {
  image_tag_mutability = "IMMUTABLE"
  # …
}`,
  },

  evaluates: repositories,
  params: { allowExclusions: true },
  meanings: { allowExclusions: 'whether single tags may be left out of the immutability' },

  evaluate({ tags }, { read, params }) {
    const { mode, except } = read(tags);
    if (mode === 'MUTABLE') {
      return except.length === 0
        ? fail('tags can be overwritten')
        : fail(`only tags like ${listed(except)} cannot be overwritten`);
    }
    if (except.length === 0) return pass('tags cannot be overwritten');
    const reason = `tags cannot be overwritten but those like ${listed(except)}`;
    return params.allowExclusions && !except.includes('*') ? pass(reason) : fail(reason);
  },
});
