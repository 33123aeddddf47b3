import check from '../../../checks/ecs/task-efs-in-transit.ts';
import { testCheck } from '../../support/check-tester.ts';
import { taskDefinition } from '../../support/ecs.ts';
import { known, unreadable } from '../../support/observe.ts';

const mounting = (...tls: readonly boolean[]) =>
  taskDefinition({
    efsVolumes: known(tls.map((isOverTls, at) => ({ name: `data-${at}`, isOverTls }))),
  });

testCheck(check, {
  pass: [{ name: 'both volumes are mounted over TLS', resource: mounting(true, true) }],
  fail: [
    {
      name: 'one of two volumes is mounted in plain text',
      resource: mounting(true, false),
      reasons: ['mounted without TLS: data-1'],
      severity: 'medium',
    },
  ],
  unknown: [
    {
      name: 'AWS says something new of a volume',
      resource: taskDefinition({ efsVolumes: unreadable('failed') }),
    },
  ],
  'not-applicable': [{ name: 'it mounts none', resource: mounting() }],
});
