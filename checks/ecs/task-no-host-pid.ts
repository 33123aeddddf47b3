import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { taskDefinitions } from '../../src/collectors/ecs/task-definitions.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

export default defineCheck({
  id: 'ecs-task-no-host-pid',
  title: 'The task definition does not share the processes of the host',
  severity: 'high',
  responsibility: 'ecs-ec2.application-code',
  controls: { 'aws-fsbp': { 'ECS.3': equal } },
  why: 'A container that sees the processes of its host can read their environment and signal them: those of other tasks, of the agent, of the host itself.',
  fix: 'Register a revision without pidMode, or with task where containers of one task must see each other; then deploy it.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
  remedy: taskDefinitionRemedy('pidMode = "task"', { of: 'task', terraform: 'pid_mode = "task"' }),

  evaluates: taskDefinitions,

  evaluate({ pidMode }, { read }) {
    const mode = read(pidMode);
    if (mode === 'host') return fail('containers see the processes of their host');
    return pass(
      mode === 'task'
        ? 'containers see the processes of their task alone'
        : 'each container sees its own processes alone',
    );
  },
});
