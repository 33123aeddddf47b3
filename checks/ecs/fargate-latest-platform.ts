import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { type Finder, failFor } from '../../src/judge/fail-when.ts';
import { fargateServices, type ServicePart } from '../../src/collectors/ecs/services.ts';
import type { Read } from '../../src/observe/observed.ts';
import { shortName } from '../../src/policy/text.ts';
import { ageOf } from '../../src/reasoning/dated/dated.ts';
import { fargatePlatforms, isNewestPlatform } from '../../src/reasoning/dated/fargate-platforms.ts';

/** The old version that a part of the service asks for. */
function oldVersion({ name, ...part }: ServicePart, read: Read): readonly string[] {
  if (read(part.launch) !== 'fargate') return [];
  const version = read(part.platformVersion);
  if (isNewestPlatform(version, () => read(part.platformFamily))) return [];
  return [`${shortName(name)} asks for platform version ${version}, which is not the newest`];
}

export default defineCheck({
  id: 'ecs-fargate-latest-platform',
  title: 'The service on Fargate asks for the newest platform version',
  severity: 'medium',
  responsibility: 'ecs-fargate.service-software-and-engine-patching',
  controls: { 'aws-fsbp': { 'ECS.10': equal } },
  why: 'AWS patches the newest platform version; a service that is pinned to an old one starts its tasks on an older kernel and runtime, and is stopped when AWS retires it.',
  fix: 'Set the platform version to LATEST and deploy. A task keeps the patches of its start, so deploy again from time to time.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
  remedy: {
    console:
      'ECS, Clusters, the cluster, Services, the service, Update service, Compute configuration, Platform version: LATEST.',
    cli: `# replaces all tasks of the service
aws ecs update-service --cluster CLUSTER --service SERVICE --platform-version LATEST --force-new-deployment`,
    terraform: `resource "aws_ecs_service" "this" {
  launch_type      = "FARGATE"
  platform_version = "LATEST"
  # …
}`,
  },

  evaluates: fargateServices,

  evaluate({ parts }, { read, now }) {
    const verdict = failFor(
      parts.map((part): Finder => {
        return () => oldVersion(part, read);
      }),
      'it asks for the newest platform version; running tasks keep the patches of their start',
    );
    return { ...verdict, reasons: [...verdict.reasons, ...ageOf(fargatePlatforms, now)] };
  },
});
