/** Which web ACLs of a Region write logs: one list for all of them, and not a call for each. */
import { defineCollector } from '../../collect/collector.ts';
import { lookupBy } from '../../collect/lookup.ts';
import type { Listing } from '../../observe/observed.ts';
import { ListLoggingConfigurations } from './operations.ts';
import { Limit, scopesIn, webAcls } from './web-acls.ts';

export interface WebAclLogging {
  /** The web ACL. */
  readonly of: string;
  /** How many places its logs go to. */
  readonly destinations: number;
}

/**
 * Who set up the logs, the customer first. The other kinds are asked for only where a web ACL has none of the customer's:
 * Security Lake and the telemetry rules of CloudWatch set up their own. API reference, "ListLoggingConfigurations".
 */
const owners = ['CUSTOMER', 'SECURITY_LAKE', 'CLOUDWATCH_TELEMETRY_RULE_MANAGED'] as const;

export const webAclLogging = defineCollector({
  id: 'waf.web-acl-logging',
  service: 'waf',
  scope: 'regional',
  calls: [ListLoggingConfigurations],
  needs: { webAcls },
  gather: async (aws, given): Promise<Listing<WebAclLogging>> => {
    const lists: Listing<WebAclLogging>[] = [];
    for (const Scope of scopesIn(aws)) {
      const silent = new Set(
        given.webAcls.items.filter(({ scope }) => scope === Scope).map(({ arn }) => arn),
      );
      for (const LogScope of owners) {
        if (silent.size === 0) break;
        const listed = await aws.list(
          ListLoggingConfigurations,
          { Scope, LogScope, Limit },
          'LoggingConfigurations',
          (item, { must }): WebAclLogging => ({
            of: must(item, 'ResourceArn'),
            destinations: must(item, 'LogDestinationConfigs').length,
          }),
          { key: ({ of }) => of },
        );
        lists.push(listed);
        for (const { of } of listed.items) silent.delete(of);
      }
    }
    return {
      items: lists.flatMap(({ items }) => items),
      gaps: lists.flatMap(({ gaps }) => gaps),
      sources: lists.flatMap(({ sources }) => sources),
    };
  },
});

export const loggingByWebAcl = lookupBy(({ of }: WebAclLogging) => of);
