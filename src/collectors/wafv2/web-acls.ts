/**
 * Web ACLs of each Region. Those of CloudFront stand in us-east-1 beside the Region's own, as in their ARNs; in China, AWS
 * WAF protects no distributions (Getting Started with AWS services in China, "AWS WAF").
 */
import type { Place } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { Listing } from '../../observe/observed.ts';
import { GetWebACL, ListWebACLs } from './operations.ts';

/** The largest page of every list of the API. */
export const Limit = 100;

export interface WebAcl extends Resource {
  readonly id: string;
  readonly scope: 'REGIONAL' | 'CLOUDFRONT';
}

/** The scopes that a Region answers for. */
export function scopesIn({ partition, region }: Pick<Place, 'partition' | 'region'>) {
  return partition === 'aws' && region === 'us-east-1'
    ? (['REGIONAL', 'CLOUDFRONT'] as const)
    : (['REGIONAL'] as const);
}

export const webAcls = defineCollector({
  id: 'waf.web-acls',
  service: 'waf',
  scope: 'regional',
  calls: [ListWebACLs],
  gather: async (aws): Promise<Listing<WebAcl>> => {
    const lists = await Promise.all(
      scopesIn(aws).map((Scope) =>
        aws.list(ListWebACLs, { Scope, Limit }, 'WebACLs', (item, { must }): WebAcl => ({
          arn: must(item, 'ARN'),
          type: 'AWS::WAFv2::WebACL',
          name: must(item, 'Name'),
          region: aws.region,
          id: must(item, 'Id'),
          scope: Scope,
        })),
      ),
    );
    return {
      items: lists.flatMap(({ items }) => items),
      gaps: lists.flatMap(({ gaps }) => gaps),
      sources: lists.flatMap(({ sources }) => sources),
    };
  },
});

/** How many rules and groups of rules each holds, those that Firewall Manager put in among them. */
export const webAclRules = defineCollector({
  id: 'waf.web-acl-rules',
  service: 'waf',
  scope: 'regional',
  calls: [GetWebACL],
  needs: { webAcls },
  gather: (aws, given) =>
    perResource(given.webAcls.items, ({ name: Name, id: Id, scope: Scope }) =>
      aws.get(GetWebACL, { Name, Id, Scope }, (answer, { must }): number => {
        const acl = must(answer, 'WebACL');
        // API reference, "WebACL": the groups of Firewall Manager are there where it manages the web ACL.
        const { PreProcessFirewallManagerRuleGroups: pre = [] } = acl;
        const { PostProcessFirewallManagerRuleGroups: post = [] } = acl;
        return must(acl, 'Rules').length + pre.length + post.length;
      }),
    ),
});
