import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { namesOf, taskDefinitions } from '../../src/collectors/ecs/task-definitions.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

export default defineCheck({
  id: 'ecs-task-non-admin-user',
  title: 'Windows containers of the task definition run as a user other than the administrator',
  severity: 'medium',
  responsibility: 'ecs-ec2.application-code',
  controls: { 'aws-fsbp': { 'ECS.21': equal } },
  why: 'Whoever breaks into a container that runs as its administrator may change all that is in it, and has less to break through to the host.',
  fix: 'Set ContainerUser, or another user that the image has, for each container, and deploy the revision.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  remedy: taskDefinitionRemedy('user = "ContainerUser"'),

  evaluates: taskDefinitions,

  evaluate({ containers, isWindows }, { read }) {
    if (!read(isWindows)) return notApplicable('the containers run on Linux');
    // Where the image sets no user either, Windows takes the administrator.
    const administrators = read(containers).filter(
      ({ user }) => user === undefined || /^containeradministrator$/i.test(user),
    );
    return administrators.length > 0
      ? fail(`run as the administrator, or name no user: ${namesOf(administrators)}`)
      : pass('each container runs as a user other than the administrator');
  },
});
