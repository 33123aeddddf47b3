/** Private repositories of ECR: what their list tells, and the policy and the lifecycle of each. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { policyIn, type Policy } from '../../policy/document.ts';
import { DescribeRepositories, GetLifecyclePolicy, GetRepositoryPolicy } from './operations.ts';

export interface Repository extends Resource {
  readonly tags: Observed<TagMutability>;
  /** The repository's own flag, which the rules of the registry may override. */
  readonly scansOnPush: Observed<boolean>;
}

/** Whether a push may move a tag to another image. With an exclusion some tags are the other way round. */
export interface TagMutability {
  readonly mode: 'IMMUTABLE' | 'MUTABLE';
  /** The filters of the tags that are the other way round; empty where all are alike. */
  readonly except: readonly string[];
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_Repository.html */
const modes = [
  'IMMUTABLE',
  'IMMUTABLE_WITH_EXCLUSION',
  'MUTABLE',
  'MUTABLE_WITH_EXCLUSION',
] as const;

/** The largest page of the operation. */
const repositoriesPerPage = 1000;

export const repositories = defineCollector({
  id: 'ecr.repositories',
  service: 'ecr',
  scope: 'regional',
  recordedAs: ['AWS::ECR::Repository'],
  calls: [DescribeRepositories],
  gather: (aws) => {
    const input = { maxResults: repositoriesPerPage };
    return aws.list(DescribeRepositories, input, 'repositories', (item, members): Repository => {
      const { must, observe } = members;
      return {
        arn: must(item, 'repositoryArn'),
        type: 'AWS::ECR::Repository',
        name: must(item, 'repositoryName'),
        region: aws.region,
        tags: observe(() => {
          const mode = oneOf(must(item, 'imageTagMutability'), modes, members);
          if (mode === 'IMMUTABLE' || mode === 'MUTABLE') return { mode, except: [] };
          const filters = must(item, 'imageTagMutabilityExclusionFilters');
          return {
            mode: mode === 'IMMUTABLE_WITH_EXCLUSION' ? 'IMMUTABLE' : 'MUTABLE',
            except: filters.map((each) => must(each, 'filter')),
          };
        }),
        scansOnPush: observe(() => must(must(item, 'imageScanningConfiguration'), 'scanOnPush')),
      };
    });
  },
});

/** Null for a repository without a policy. */
export const repositoryPolicies = defineCollector({
  id: 'ecr.repository-policies',
  service: 'ecr',
  scope: 'regional',
  calls: [GetRepositoryPolicy],
  needs: { repositories },
  gather: (aws, given): Promise<PerResource<Policy | null>> =>
    perResource(given.repositories.items, ({ name: repositoryName }) =>
      aws.get(
        GetRepositoryPolicy,
        { repositoryName },
        (answer, members) =>
          policyIn(members.must(answer, 'policyText'), members, 'the repository policy'),
        { whenAbsent: null },
      ),
    ),
});

/** How many rules the lifecycle policy of a repository has; 0 where it has no policy. */
export const lifecycleRules = defineCollector({
  id: 'ecr.lifecycle-rules',
  service: 'ecr',
  scope: 'regional',
  calls: [GetLifecyclePolicy],
  needs: { repositories },
  gather: (aws, given): Promise<PerResource<number>> =>
    perResource(given.repositories.items, ({ name: repositoryName }) =>
      aws.get(
        GetLifecyclePolicy,
        { repositoryName },
        (answer, { must, unusable }) =>
          rulesIn(must(answer, 'lifecyclePolicyText')) ??
          unusable('the lifecycle policy is no JSON with rules'),
        { whenAbsent: 0 },
      ),
    ),
});

function rulesIn(text: string): number | undefined {
  const policy = parsed(text);
  if (typeof policy !== 'object' || policy === null || !('rules' in policy)) return undefined;
  return Array.isArray(policy.rules) ? policy.rules.length : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
