import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { type Finder, failFor } from '../../src/judge/fail-when.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import { ecsServices } from '../../src/collectors/ecs/services.ts';
import { shortName } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'ecs-service-no-public-ip',
  title: 'The service gives its tasks no public addresses',
  severity: 'high',
  responsibility: 'ecs-ec2.network-configuration',
  controls: {
    'aws-fsbp': {
      'ECS.2': supersetOf('it asks it of the task sets of the service too'),
      'ECS.16': supersetOf('it asks it of the service itself too'),
    },
  },
  why: 'A task with a public address can be reached from the Internet as far as its security groups let it, past the load balancer in front of it.',
  fix: 'Turn the assignment of public addresses off and run the tasks in private subnets, with a NAT gateway or VPC endpoints for what they pull.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
  remedy: {
    console: 'ECS, Clusters, the cluster, Services, the service, Update service, Networking.',
    cli: `# starts new tasks in place of all that run; without a way out they cannot pull their images
aws ecs update-service --cluster CLUSTER --service SERVICE --network-configuration \\
  'awsvpcConfiguration={subnets=[SUBNET],securityGroups=[GROUP],assignPublicIp=DISABLED}'`,
    terraform: `resource "aws_ecs_service" "this" {
  network_configuration {
    subnets          = var.private_subnets
    assign_public_ip = false
  }
  # …
}`,
  },

  evaluates: ecsServices,

  evaluate({ parts }, { read }) {
    const verdict = failFor(
      parts.map(({ name, assignsPublicIp }): Finder => {
        return () =>
          read(assignsPublicIp) === true
            ? [`${shortName(name)} gives its tasks public addresses`]
            : [];
      }),
      'tasks get no public addresses',
    );
    if (verdict.outcome === 'fail') return verdict;
    return parts.every(({ assignsPublicIp }) => read(assignsPublicIp) === undefined)
      ? notApplicable('its tasks have the network of their host (no awsvpc)')
      : verdict;
  },
});
