import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { taskDefinitions } from '../../src/collectors/ecs/task-definitions.ts';
import { shortName } from '../../src/policy/text.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

export default defineCheck({
  id: 'ecs-task-logging',
  title: 'Every container of the task definition sends its logs somewhere',
  severity: 'high',
  responsibility: 'ecs-ec2.logging-and-monitoring',
  controls: {
    'aws-fsbp': { 'ECS.9': subsetOf('it does not ask it of the container that routes the logs') },
  },
  why: 'What a container without a log configuration writes is gone with its host or its task, and with it what happened there.',
  fix: 'Give each container a log configuration, such as awslogs with a group, and the execution role the right to write to it; then deploy the revision.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  remedy: taskDefinitionRemedy(`logConfiguration = {
  logDriver = "awslogs"
  options   = { "awslogs-group" = GROUP, "awslogs-region" = REGION, "awslogs-stream-prefix" = NAME }
}`),

  evaluates: taskDefinitions,

  evaluate({ containers }, { read }) {
    const conditions = read(containers)
      .filter(({ isLogRouter }) => !isLogRouter)
      .map(({ name, logDriver }): [string, () => boolean] => [
        `container ${shortName(name)} has no log configuration`,
        () => read(logDriver) === undefined,
      ]);
    return failWhen(Object.fromEntries(conditions), 'every container has a log configuration');
  },
});
