/** The ways to more rights that lead through a service which works with a role. */
import {
  type EscalationPath,
  every,
  hackTricks,
  on,
  pass,
  pathfinding,
  rhino,
  rhinoPart2,
} from './escalation-terms.ts';

export const serviceEscalations: readonly EscalationPath[] = [
  {
    gains: 'runs an instance with any role',
    steps: [pass('ec2.amazonaws.com'), ...on('any', 'ec2:RunInstances')],
    source: rhino,
  },
  {
    gains: 'has instances that run with a role start what it wrote',
    steps: every(
      'instance/?*',
      'ec2:ModifyInstanceAttribute',
      'ec2:StopInstances',
      'ec2:StartInstances',
    ),
    source: pathfinding('ec2-002'),
  },
  {
    gains: 'runs a function with any role',
    steps: [
      pass('lambda.amazonaws.com'),
      ...on('any', 'lambda:CreateFunction', 'lambda:InvokeFunction'),
    ],
    source: rhino,
  },
  {
    gains: 'runs a function with any role, set off by a stream or queue',
    steps: [
      pass('lambda.amazonaws.com'),
      ...on('any', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'),
    ],
    source: rhino,
  },
  {
    gains: 'runs a function with any role, by letting itself invoke it',
    steps: [
      pass('lambda.amazonaws.com'),
      ...on('any', 'lambda:CreateFunction', 'lambda:AddPermission'),
    ],
    source: pathfinding('lambda-006'),
  },
  {
    gains: 'puts its code into any function, and so gets the role of that',
    steps: every('function:?*', 'lambda:UpdateFunctionCode'),
    source: rhino,
  },
  {
    gains: 'puts a layer with its code into any function, and so gets the role of that',
    steps: every('function:?*', 'lambda:UpdateFunctionConfiguration'),
    source: rhinoPart2,
  },
  {
    gains: 'has CloudFormation make what it likes with any role',
    steps: [pass('cloudformation.amazonaws.com'), ...on('any', 'cloudformation:CreateStack')],
    source: rhino,
  },
  {
    gains: 'has CloudFormation change any stack with the role of that',
    steps: every('stack/?*', 'cloudformation:UpdateStack'),
    source: hackTricks('cloudformation'),
  },
  {
    gains: 'runs a Glue job with any role',
    steps: [pass('glue.amazonaws.com'), ...on('any', 'glue:CreateJob', 'glue:StartJobRun')],
    source: rhinoPart2,
  },
  {
    gains: 'runs a Glue job with any role, set off by a trigger',
    steps: [pass('glue.amazonaws.com'), ...on('any', 'glue:CreateJob', 'glue:CreateTrigger')],
    source: rhinoPart2,
  },
  {
    gains: 'runs its code in a Glue job with any role',
    steps: [pass('glue.amazonaws.com'), ...on('any', 'glue:UpdateJob', 'glue:StartJobRun')],
    source: rhinoPart2,
  },
  {
    gains: 'opens a SageMaker notebook with any role',
    steps: [
      pass('sagemaker.amazonaws.com'),
      ...on(
        'any',
        'sagemaker:CreateNotebookInstance',
        'sagemaker:CreatePresignedNotebookInstanceUrl',
      ),
    ],
    source: rhinoPart2,
  },
  {
    gains: 'opens any SageMaker notebook, and so gets the role of that',
    steps: every('notebook-instance/?*', 'sagemaker:CreatePresignedNotebookInstanceUrl'),
    source: rhinoPart2,
  },
  {
    gains: 'runs a SageMaker training job with any role',
    steps: [pass('sagemaker.amazonaws.com'), ...on('any', 'sagemaker:CreateTrainingJob')],
    source: hackTricks('sagemaker'),
  },
  {
    gains: 'runs a SageMaker processing job with any role',
    steps: [pass('sagemaker.amazonaws.com'), ...on('any', 'sagemaker:CreateProcessingJob')],
    source: hackTricks('sagemaker'),
  },
  {
    gains: 'runs a build with any role',
    steps: [
      pass('codebuild.amazonaws.com'),
      ...on('any', 'codebuild:CreateProject', 'codebuild:StartBuild'),
    ],
    source: hackTricks('codebuild'),
  },
  {
    gains: 'runs a build with any role, in a project that there is',
    steps: [
      pass('codebuild.amazonaws.com'),
      ...on('any', 'codebuild:UpdateProject', 'codebuild:StartBuild'),
    ],
    source: hackTricks('codebuild'),
  },
  {
    gains: 'runs its commands in any build project, and so gets the role of that',
    steps: every('project/?*', 'codebuild:StartBuild'),
    source: hackTricks('codebuild'),
  },
  {
    gains: 'runs a task with any role',
    steps: [
      pass('ecs-tasks.amazonaws.com'),
      ...on('any', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
    ],
    source: hackTricks('ecs'),
  },
  {
    gains: 'runs a task with any role on an instance of a cluster',
    steps: [
      pass('ecs-tasks.amazonaws.com'),
      ...on('any', 'ecs:RegisterTaskDefinition', 'ecs:StartTask'),
    ],
    source: hackTricks('ecs'),
  },
  {
    gains: 'runs a service of tasks with any role',
    steps: [
      pass('ecs-tasks.amazonaws.com'),
      ...on('any', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'),
    ],
    source: hackTricks('ecs'),
  },
  {
    gains: 'runs a service of App Runner with any role',
    steps: [pass('tasks.apprunner.amazonaws.com'), ...on('any', 'apprunner:CreateService')],
    source: hackTricks('apprunner'),
  },
  {
    gains: 'runs its commands on any instance, and so gets the role of that',
    steps: every('instance/?*', 'ssm:SendCommand'),
    source: hackTricks('ssm'),
  },
  {
    gains: 'opens a session on any instance, and so gets the role of that',
    steps: every('instance/?*', 'ssm:StartSession'),
    source: hackTricks('ssm'),
  },
];
