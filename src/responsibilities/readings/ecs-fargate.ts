import type { ServiceReading } from '../reading-terms.ts';

/** What checks read of this service's lines beside what they read of ECS on instances. */
export default {
  'service-software-and-engine-patching': {
    parts: [{ part: 'platform versions of services', checks: ['ecs-fargate-latest-platform'] }],
    unread: ['how long tasks run already', 'tasks outside of services'],
  },
} satisfies ServiceReading;
