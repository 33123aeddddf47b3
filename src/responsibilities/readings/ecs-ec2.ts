import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines. */
export default {
  'application-code': {
    parts: [
      { part: 'secrets in the variables of containers', checks: ['ecs-task-env-no-secrets'] },
      { part: 'privileged containers', checks: ['ecs-task-no-privileged'] },
      { part: 'processes of the host', checks: ['ecs-task-no-host-pid'] },
      { part: 'root file systems', checks: ['ecs-task-read-only-root'] },
      {
        part: 'users of containers',
        checks: ['ecs-task-non-root-user', 'ecs-task-non-admin-user'],
      },
    ],
    unread: [
      'environment files in S3',
      'secrets in commands and labels',
      'Linux capabilities and volumes of the host',
      'revisions that tasks outside of services run',
    ],
  },
  'network-configuration': {
    parts: [
      { part: 'public addresses of tasks', checks: ['ecs-service-no-public-ip'] },
      { part: 'the network of the host', checks: ['ecs-task-no-host-network'] },
    ],
    unread: ['what security groups of tasks open', 'tasks outside of services'],
  },
  'encryption-in-transit': {
    parts: [{ part: 'TLS to file systems of EFS', checks: ['ecs-task-efs-in-transit'] }],
    unread: ['TLS of Service Connect'],
  },
  'logging-and-monitoring': {
    parts: [{ part: 'log configurations of containers', checks: ['ecs-task-logging'] }],
    unread: ['whether logs arrive, and how long they are kept', 'Container Insights'],
  },
} satisfies ServiceReading;
