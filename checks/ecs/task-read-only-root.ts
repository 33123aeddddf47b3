import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { namesOf, taskDefinitions } from '../../src/collectors/ecs/task-definitions.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

export default defineCheck({
  id: 'ecs-task-read-only-root',
  title: 'Containers of the task definition cannot write to their root file system',
  severity: 'high',
  responsibility: 'ecs-ec2.application-code',
  controls: { 'aws-fsbp': { 'ECS.5': equal } },
  why: 'Whoever breaks into a container that can write to its own file system can change what runs in it and leave tools behind.',
  fix: 'Set readonlyRootFilesystem and give the container volumes for the few folders that it writes to; then deploy the revision. Containers that write elsewhere will fail.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  remedy: taskDefinitionRemedy('readonlyRootFilesystem = true'),

  evaluates: taskDefinitions,

  evaluate({ containers, isWindows }, { read }) {
    if (read(isWindows)) return notApplicable('Windows containers have no read-only root');
    const writable = read(containers).filter(({ hasReadOnlyRoot }) => !hasReadOnlyRoot);
    return writable.length > 0
      ? fail(`can write to their root file system: ${namesOf(writable)}`)
      : pass('no container can write to its root file system');
  },
});
