import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { namesOf, taskDefinitions } from '../../src/collectors/ecs/task-definitions.ts';
import { taskDefinitionRemedy } from '../../src/remedies/task-definition.ts';

export default defineCheck({
  id: 'ecs-task-efs-in-transit',
  title: 'The task definition mounts file systems of EFS over TLS',
  severity: 'medium',
  responsibility: 'ecs-ec2.encryption-in-transit',
  controls: { 'aws-fsbp': { 'ECS.18': equal } },
  why: 'Without TLS, which is off where nothing is said, what tasks read from and write to EFS crosses the network in plain text.',
  fix: 'Turn transit encryption on for each EFS volume and deploy the revision; IAM authorization needs it too.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  remedy: taskDefinitionRemedy('transitEncryption = "ENABLED"', {
    of: 'task',
    terraform: `volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.this.id
      transit_encryption = "ENABLED"
    }
  }`,
  }),

  evaluates: taskDefinitions,

  evaluate({ efsVolumes }, { read }) {
    const volumes = read(efsVolumes);
    if (volumes.length === 0) return notApplicable('it mounts no file system of EFS');
    const plain = volumes.filter(({ isOverTls }) => !isOverTls);
    return plain.length > 0
      ? fail(`mounted without TLS: ${namesOf(plain)}`)
      : pass('each file system of EFS is mounted over TLS');
  },
});
