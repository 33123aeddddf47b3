import check from '../../../checks/documentdb/cluster-audit-logs.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster, dbSettings } from '../../support/rds.ts';

const sends = (...kinds: readonly string[]) =>
  dbCluster({ engine: 'docdb', settings: dbSettings({ exportedLogs: known(kinds) }) });

testCheck(check, {
  pass: [{ name: 'it sends its audit log', resource: sends('audit') }],
  fail: [
    { name: 'it sends nothing', resource: sends(), reasons: ['is not sent: audit'] },
    { name: 'it sends another', resource: sends('profiler') },
  ],
  unknown: [
    {
      name: 'AWS did not say',
      resource: dbCluster({ settings: dbSettings({ exportedLogs: unreadable('failed') }) }),
    },
  ],
});
