import {
  DescribeDBClusterParametersCommand,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  DescribeDBParametersCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultOf, isOn, tlsRuleOf } from '../../../src/reasoning/database-tls.ts';
import { tlsTargets } from '../../../src/collectors/rds/tls.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer, fault } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const rds = mockClient(RDSClient);

const instance = (name: string, group: string, more: object = {}) => ({
  DBInstanceIdentifier: name,
  DBInstanceArn: `arn:aws:rds:eu-west-1:111122223333:db:${name}`,
  Engine: 'postgres',
  EngineVersion: '14.12',
  DBParameterGroups: [{ DBParameterGroupName: group, ParameterApplyStatus: 'in-sync' }],
  ...more,
});
const cluster = (name: string, group: string, more: object = {}) => ({
  DBClusterIdentifier: name,
  DBClusterArn: `arn:aws:rds:eu-west-1:111122223333:cluster:${name}`,
  Engine: 'aurora-postgresql',
  EngineVersion: '16.4',
  DBClusterParameterGroup: group,
  DBClusterMembers: [{ DBClusterParameterGroupStatus: 'in-sync' }],
  ...more,
});
const pendingGroup = (DBParameterGroupName: string) => ({
  DBParameterGroups: [{ DBParameterGroupName, ParameterApplyStatus: 'pending-reboot' }],
});
const other = { ParameterName: 'max_connections', ParameterValue: '100' };
const forceSsl = (value?: string, ApplyType = 'static') => ({
  ParameterName: 'rds.force_ssl',
  ...(value === undefined ? {} : { ParameterValue: value }),
  ApplyType,
});

beforeEach(() => {
  rds.reset();
  rds.on(DescribeDBInstancesCommand).resolves(answer({ DBInstances: [] }));
  rds.on(DescribeDBClustersCommand).resolves(answer({ DBClusters: [] }));
});

/** What each database demands, by name: `on`, `off`, or why it is not known. */
async function demands() {
  const { value } = await gatherFrom(tlsTargets);
  return Object.fromEntries(
    value.items.map(({ name, demand }) => {
      if (!demand) return [name, 'no parameter'];
      const state = Observed.open(demand);
      if (!state.known) return [name, state.causes[0]?.reason];
      const { isDemanded, from, isPending } = state.value;
      return [name, `${String(isDemanded)} from ${from}${isPending ? ', pending' : ''}`];
    }),
  );
}

describe('TLS parameters', () => {
  it('reads a group once, page by page, for all the databases that use it', async () => {
    rds
      .on(DescribeDBInstancesCommand)
      .resolves(answer({ DBInstances: [instance('a', 'shared'), instance('b', 'shared')] }));
    rds
      .on(DescribeDBParametersCommand)
      .resolves(answer({ Parameters: [other], Marker: '2' }))
      .on(DescribeDBParametersCommand, { Marker: '2' })
      .resolves(answer({ Parameters: [forceSsl('1')] }));
    expect(await demands()).toEqual({ a: 'true from group', b: 'true from group' });
    expect(rds.commandCalls(DescribeDBParametersCommand)).toHaveLength(2);
  });

  it('asks only for what somebody set where the rest is known', async () => {
    rds.on(DescribeDBInstancesCommand).resolves(
      answer({
        DBInstances: [
          instance('a', 'plain'),
          instance('b', 'newest', { EngineVersion: '9.7.0', Engine: 'mysql' }),
          instance('c', 'mixed'),
          instance('d', 'mixed', { EngineVersion: '11.6.2', Engine: 'mariadb' }),
          instance('e', 'waiting', pendingGroup('waiting')),
        ],
      }),
    );
    rds
      .on(DescribeDBClustersCommand)
      .resolves(answer({ DBClusters: [cluster('f', 'plain'), cluster('g', 'plain')] }));
    rds.on(DescribeDBParametersCommand).resolves(answer({ Parameters: [] }));
    rds.on(DescribeDBClusterParametersCommand).resolves(answer({ Parameters: [] }));
    await demands();
    const asked = rds
      .commandCalls(DescribeDBParametersCommand)
      .map(({ args: [{ input }] }) => [input.DBParameterGroupName, input.Source]);
    expect(asked).toEqual([
      ['mixed', undefined],
      ['newest', 'user'],
      ['plain', 'user'],
      ['waiting', undefined],
    ]);
    const ofClusters = rds.commandCalls(DescribeDBClusterParametersCommand);
    expect(ofClusters.map(({ args: [{ input }] }) => input.Source)).toEqual(['user']);
  });

  it('resolves a value that nobody set by the default of the version', async () => {
    rds.on(DescribeDBInstancesCommand).resolves(
      answer({
        DBInstances: [
          instance('old', 'default.postgres14'),
          instance('new', 'default.postgres15', { EngineVersion: '15.7' }),
        ],
      }),
    );
    rds.on(DescribeDBParametersCommand).resolves(answer({ Parameters: [other, forceSsl()] }));
    expect(await demands()).toEqual({
      old: 'false from engine-default',
      new: 'true from engine-default',
    });
  });

  it('R5 judges members of clusters at the cluster, by the group of the cluster', async () => {
    const member = { Engine: 'aurora-postgresql', DBClusterIdentifier: 'bookings' };
    rds
      .on(DescribeDBInstancesCommand)
      .resolves(
        answer({ DBInstances: [instance('bookings-1', 'default.aurora-postgresql16', member)] }),
      );
    rds
      .on(DescribeDBClustersCommand)
      .resolves(answer({ DBClusters: [cluster('bookings', 'tls')] }));
    rds.on(DescribeDBClusterParametersCommand).resolves(answer({ Parameters: [forceSsl('1')] }));
    expect(await demands()).toEqual({ bookings: 'true from group' });
    expect(rds.commandCalls(DescribeDBParametersCommand)).toEqual([]);
  });

  it('does not read the groups of engines that have no such parameter', async () => {
    rds
      .on(DescribeDBInstancesCommand)
      .resolves(
        answer({ DBInstances: [instance('a', 'default.oracle-ee-19', { Engine: 'oracle-ee' })] }),
      );
    expect(await demands()).toEqual({ a: 'no parameter' });
    expect(rds.commandCalls(DescribeDBParametersCommand)).toEqual([]);
  });

  it('says that a static parameter waits for a reboot, and that a dynamic one does not', async () => {
    rds.on(DescribeDBInstancesCommand).resolves(
      answer({
        DBInstances: [
          instance('a', 'static', pendingGroup('static')),
          instance('b', 'dynamic', pendingGroup('dynamic')),
        ],
      }),
    );
    rds
      .on(DescribeDBParametersCommand, { DBParameterGroupName: 'static' })
      .resolves(answer({ Parameters: [forceSsl('1')] }))
      .on(DescribeDBParametersCommand, { DBParameterGroupName: 'dynamic' })
      .resolves(answer({ Parameters: [forceSsl('1', 'dynamic')] }));
    expect(await demands()).toEqual({ a: 'true from group, pending', b: 'true from group' });
  });

  it('does not take a group that may not be read for one without the parameter', async () => {
    const denied = fault('AccessDenied');
    rds
      .on(DescribeDBInstancesCommand)
      .resolves(answer({ DBInstances: [instance('early', 'early'), instance('late', 'late')] }));
    rds
      .on(DescribeDBParametersCommand, { DBParameterGroupName: 'early' })
      .resolves(answer({ Parameters: [forceSsl('1')], Marker: '2' }))
      .on(DescribeDBParametersCommand, { DBParameterGroupName: 'late' })
      .resolves(answer({ Parameters: [other], Marker: '2' }))
      .on(DescribeDBParametersCommand, { Marker: '2' })
      .rejects(denied);
    expect(await demands()).toEqual({ early: 'true from group', late: 'denied' });
  });
});

describe('the rules of the engines', () => {
  it('R17 ON and 1 are both on, on instances and on clusters', () => {
    expect(['ON', '1', 'on', 'OFF', '0'].map(isOn)).toEqual([true, true, true, false, false]);
    expect(isOn('{DBInstanceClassMemory}')).toBeUndefined();
  });

  it.each([
    ['postgres', '14.12', false],
    ['postgres', '15.2', true],
    ['aurora-postgresql', '16.4', false],
    ['aurora-postgresql', '17.1', true],
    ['mysql', '5.7.44', false],
    ['mysql', '8.4.3', false],
    ['mysql', '9.0.1', undefined],
    ['mariadb', '10.11.9', false],
    ['mariadb', '11.4.4', false],
    ['mariadb', '11.8.3', true],
    ['aurora-mysql', '8.0.mysql_aurora.3.05.2', false],
    ['aurora', '5.6.mysql_aurora.1.22.5', false],
    ['sqlserver-se', '15.00.4316.3.v1', false],
    ['postgres', 'unheard-of', undefined],
  ])('%s %s', (engine, version, expected) => {
    const rule = tlsRuleOf(engine);
    expect(rule && defaultOf(rule, version)).toBe(expected);
  });
});
