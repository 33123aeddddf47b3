import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { type Finder, failFor } from '../../src/judge/fail-when.ts';
import { notApplicable } from '../../src/judge/verdict.ts';
import {
  type Container,
  namesOf,
  taskDefinitions,
} from '../../src/collectors/ecs/task-definitions.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

/** `user`, `uid`, `user:group` and the like: Amazon ECS API reference, "ContainerDefinition", user. */
function isRoot({ user }: Container): boolean {
  const [name = ''] = (user ?? '').split(':');
  return name === 'root' || /^0+$/.test(name);
}

function faultOf(found: readonly Container[], words: string): Finder {
  return () => (found.length > 0 ? [`${words}: ${namesOf(found)}`] : []);
}

export default defineCheck({
  id: 'ecs-task-non-root-user',
  title: 'Linux containers of the task definition run as a user other than root',
  severity: 'medium',
  responsibility: 'ecs-ec2.application-code',
  controls: {
    'aws-fsbp': { 'ECS.20': equal },
    'nist-800-53-r5': servesNist('the user of a container is one part of its rights', 'AC-6'),
  },
  why: 'Whoever breaks out of a container that runs as root is root on the host, and within it may change anything.',
  fix: 'Set a user for each container, one that the image has, and deploy the revision. What the image itself sets no API shows, so a container without a user fails here.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  remedy: taskDefinitionRemedy('user = "1000:1000"'),

  evaluates: taskDefinitions,

  evaluate({ containers, isWindows }, { read }) {
    if (read(isWindows)) return notApplicable('the containers run on Windows, which has no root');
    const all = read(containers);
    const silent = all.filter(({ user }) => user === undefined);
    const roots = all.filter(isRoot);
    return failFor(
      [
        faultOf(roots, 'run as root'),
        faultOf(silent, 'name no user, and what user the image sets no API shows'),
      ],
      'each container runs as a user other than root',
    );
  },
});
