import check from '../../../checks/ecr/repository-immutable-tags.ts';
import type { TagMutability } from '../../../src/collectors/ecr/repositories.ts';
import { testCheck } from '../../support/check-tester.ts';
import { repository } from '../../support/ecr.ts';
import { known, unreadable } from '../../support/observe.ts';

const of = (mode: TagMutability['mode'], ...except: readonly string[]) =>
  repository({ tags: known({ mode, except }) });

testCheck(check, {
  pass: [
    { name: 'no tag can be overwritten', resource: of('IMMUTABLE') },
    {
      name: 'single tags are excluded',
      resource: of('IMMUTABLE', 'latest', 'dev-*'),
      reasons: ['but those like latest, dev-*'],
    },
  ],
  fail: [
    {
      name: 'tags can be overwritten, as in every repository where nothing was said',
      resource: of('MUTABLE'),
      reasons: ['tags can be overwritten'],
    },
    {
      name: 'only some tags cannot be overwritten',
      resource: of('MUTABLE', 'release-*'),
      reasons: ['only tags like release-*'],
    },
    { name: 'what is excluded is every tag', resource: of('IMMUTABLE', '*') },
    {
      name: 'single tags are excluded, and the owner allows none',
      resource: of('IMMUTABLE', 'latest'),
      params: { allowExclusions: false },
    },
  ],
  unknown: [
    {
      name: 'AWS says something new of the tags',
      resource: repository({ tags: unreadable('failed') }),
    },
  ],
});
