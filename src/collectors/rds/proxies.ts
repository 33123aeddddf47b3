/** RDS proxies. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeDBProxies } from './operations.ts';
import { pageSize } from './pages.ts';

export interface DbProxy extends Resource {
  readonly requiresTls: Observed<boolean>;
}

export const dbProxies = defineCollector({
  id: 'rds.proxies',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBProxies],
  gather: (aws) =>
    aws.list(
      DescribeDBProxies,
      { MaxRecords: pageSize },
      'DBProxies',
      (proxy, { must, field }): DbProxy => ({
        arn: must(proxy, 'DBProxyArn'),
        type: 'AWS::RDS::DBProxy',
        name: must(proxy, 'DBProxyName'),
        region: aws.region,
        requiresTls: field(proxy, 'RequireTLS'),
      }),
    ),
});
