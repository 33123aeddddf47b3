import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { namesOf, taskDefinitions } from '../../src/collectors/ecs/task-definitions.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

export default defineCheck({
  id: 'ecs-task-no-privileged',
  title: 'No container of the task definition is privileged',
  severity: 'high',
  responsibility: 'ecs-ec2.application-code',
  controls: { 'aws-fsbp': { 'ECS.4': equal } },
  why: 'A privileged container has the rights of root on its host: whoever breaks into it has the instance, and every other task on it.',
  fix: 'Register a revision without privileged, and add the single Linux capabilities that the container needs; then deploy it.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  remedy: taskDefinitionRemedy('privileged = false'),

  evaluates: taskDefinitions,

  evaluate({ containers }, { read }) {
    const privileged = read(containers).filter(({ isPrivileged }) => isPrivileged);
    return privileged.length > 0
      ? fail(`privileged: ${namesOf(privileged)}`)
      : pass('no container is privileged');
  },
});
