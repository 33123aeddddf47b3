import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { anyText } from '../../src/judge/items.ts';
import { type Finder, failFor } from '../../src/judge/fail-when.ts';
import { type Container, taskDefinitions } from '../../src/collectors/ecs/task-definitions.ts';
import { listed, shortName } from '../../src/policy/text.ts';
import type { Read } from '../../src/observe/observed.ts';
import { describeSecrets, withoutExcused } from '../../src/reasoning/secrets/excuse.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

const nobody: readonly string[] = [];

/** Variables that hold credentials whatever their values look like. */
const credentials: ReadonlySet<string> = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'ECS_ENGINE_AUTH_DATA',
]);

function faultsOf({ name, variables }: Container, read: Read, excused: readonly string[]) {
  const { secrets, names } = read(variables);
  const named = names.filter((each) => credentials.has(each) && !excused.includes(each));
  const { left } = withoutExcused(secrets, excused);
  const where = `container ${shortName(name)}`;
  return [
    ...(named.length > 0 ? [`${where} is given credentials in plain text: ${listed(named)}`] : []),
    ...(left.length > 0
      ? [`${where} holds what looks like a secret: ${describeSecrets(left)}`]
      : []),
  ];
}

export default defineCheck({
  id: 'ecs-task-env-no-secrets',
  title: 'The variables of the task definition hold no passwords or keys in plain text',
  severity: 'high',
  responsibility: 'ecs-ec2.application-code',
  controls: {
    'aws-fsbp': { 'ECS.8': supersetOf('it looks at the values too, not at three names alone') },
  },
  why: 'Everyone who may describe a task definition reads its variables, and old revisions are kept for ever: a secret among them is no secret.',
  fix: 'Change the secret, keep the new one in Secrets Manager or Parameter Store, and name it under secrets with valueFrom; deploy the revision, then deregister and delete the old ones.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
  remedy: taskDefinitionRemedy('secrets = [{ name = "DB_PASSWORD", valueFrom = SECRET_ARN }]'),

  evaluates: taskDefinitions,
  params: { excused: nobody },
  meanings: {
    excused:
      'patterns of names, such as DB_SECRET_*, or of kinds, such as token, that hold no secret',
  },
  items: { excused: anyText },

  evaluate({ containers }, { read, params }) {
    const all = read(containers);
    const verdict = failFor(
      all.map((container): Finder => {
        return () => faultsOf(container, read, params.excused);
      }),
      'nothing among the variables in plain text looks like a secret',
    );
    const hasFiles =
      verdict.outcome === 'pass' && all.some((each) => read(each.variables).hasFiles);
    return hasFiles
      ? { ...verdict, reasons: [...verdict.reasons, 'environment files in S3 were not read'] }
      : verdict;
  },
});
