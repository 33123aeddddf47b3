import check from '../../../checks/rds/logs-exported.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { database } from '../../support/rds.ts';

const sends = (engine: string, ...kinds: readonly string[]) =>
  database({ exportedLogs: known(kinds) }, { engine });

testCheck(check, {
  pass: [
    { name: 'PostgreSQL sends both', resource: sends('postgres', 'postgresql', 'upgrade') },
    {
      name: 'MySQL sends all four',
      resource: sends('mysql', 'slowquery', 'audit', 'error', 'general'),
    },
    { name: 'Aurora MySQL sends its audit log', resource: sends('aurora-mysql', 'audit') },
    {
      name: 'the first Aurora, whose engine is called aurora',
      resource: sends('aurora', 'audit'),
    },
    {
      name: 'Aurora PostgreSQL sends its log',
      resource: sends('aurora-postgresql', 'postgresql'),
    },
    {
      name: 'one is enough where the user says so',
      resource: sends('mysql', 'error'),
      params: { anyLog: true },
    },
  ],
  fail: [
    {
      name: 'PostgreSQL sends one of two',
      resource: sends('postgres', 'postgresql'),
      reasons: ['is not sent: upgrade'],
    },
    { name: 'nothing is sent', resource: sends('sqlserver-ee'), reasons: ['error, agent'] },
    { name: 'Oracle leaves out its listener', resource: sends('oracle-se2', 'alert', 'audit') },
    {
      name: 'none is not one, whatever the user says',
      resource: sends('mysql'),
      params: { anyLog: true },
      reasons: ['no log'],
    },
  ],
  unknown: [
    { name: 'AWS did not say', resource: database({ exportedLogs: unreadable('failed') }) },
  ],
  'not-applicable': [
    { name: 'an engine that no control names', resource: sends('db2-se'), reasons: ['db2-se'] },
  ],
});
