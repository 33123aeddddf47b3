import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { taskDefinitions } from '../../src/collectors/ecs/task-definitions.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

export default defineCheck({
  id: 'ecs-task-no-host-network',
  title: 'The task definition does not use the network of the host',
  severity: 'medium',
  responsibility: 'ecs-ec2.network-configuration',
  controls: { 'aws-security-hub': { 'ECS.17': equal } },
  why: 'In the network of its host a task reaches what listens on the host alone, the metadata service with the role of the instance included, and no security group is its own.',
  fix: 'Register a revision with the network mode awsvpc, which gives each task an interface and security groups of its own, and create the service anew with it.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-networkmode-host.html',
  remedy: taskDefinitionRemedy('networkMode = "awsvpc"', {
    of: 'task',
    terraform: 'network_mode = "awsvpc"',
  }),

  evaluates: taskDefinitions,

  evaluate({ networkMode }, { read }) {
    const mode = read(networkMode);
    return mode === 'host'
      ? fail('tasks use the network of their host')
      : pass(`the network mode is ${mode}`);
  },
});
