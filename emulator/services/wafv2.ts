import * as sdk from '@aws-sdk/client-wafv2';
import { wafv2 as service } from '../../src/collectors/wafv2/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US, must } from '../site.ts';
import type { Planted, Site } from '../site.ts';

interface AclPlan {
  readonly name: string;
  readonly region: string;
  readonly scope: sdk.Scope;
  readonly hasRules: boolean;
  readonly logs: boolean;
  readonly outcome: Planted['outcome'];
}

const ACLS: readonly AclPlan[] = [
  {
    name: 'nwh-portal',
    region: HOME,
    scope: 'REGIONAL',
    hasRules: true,
    logs: true,
    outcome: 'pass',
  },
  {
    name: 'nwh-edi',
    region: SECOND,
    scope: 'REGIONAL',
    hasRules: false,
    logs: true,
    outcome: 'fail',
  },
  {
    name: 'nwh-www',
    region: US,
    scope: 'CLOUDFRONT',
    hasRules: true,
    logs: false,
    outcome: 'fail',
  },
];

const seen = (MetricName: string) => ({
  MetricName,
  CloudWatchMetricsEnabled: true,
  SampledRequestsEnabled: true,
});

const commonRules: sdk.Rule = {
  Name: 'common',
  Priority: 0,
  OverrideAction: { None: {} },
  Statement: {
    ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' },
  },
  VisibilityConfig: seen('common'),
};

/** Web ACLs, by name: their ARNs. */
async function plant(site: Site): Promise<(name: string) => string> {
  const arns = new Map<string, string>();
  for (const { name, region, scope, hasRules, logs, outcome } of ACLS) {
    const waf = site.client(sdk.WAFV2Client, region, 150);
    const made = await waf.send(
      new sdk.CreateWebACLCommand({
        Name: name,
        Scope: scope,
        DefaultAction: { Allow: {} },
        Rules: hasRules ? [commonRules] : [],
        VisibilityConfig: seen(name),
      }),
    );
    const arn = must(made.Summary?.ARN, 'ARN');
    arns.set(name, arn);
    if (logs) {
      const log = `arn:aws:logs:${region}:${ACCOUNT_ID}:log-group:aws-waf-logs-${name}`;
      const LoggingConfiguration = { ResourceArn: arn, LogDestinationConfigs: [log] };
      await waf.send(new sdk.PutLoggingConfigurationCommand({ LoggingConfiguration }));
    }
    site.expect('wafv2-web-acl-logging', arn, outcome);
  }
  return (name) => must(arns.get(name), name);
}

export default emulate({ service, sdk, Client: sdk.WAFV2Client, plant });
