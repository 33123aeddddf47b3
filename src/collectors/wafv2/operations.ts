/** The operations of AWS WAF (version 2) that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { wafv2 } from './service.ts';

export const ListWebACLs = wafv2.operation('ListWebACLs', (sdk) => sdk.ListWebACLsCommand, {
  action: 'wafv2:ListWebACLs',
  pages: 'NextMarker',
});

/** What a rule looks for may be a secret that a front end sends: none of it is read. */
export const GetWebACL = wafv2.operation('GetWebACL', (sdk) => sdk.GetWebACLCommand, {
  action: 'wafv2:GetWebACL',
  gone: ['WAFNonexistentItemException'],
  redact: withoutMembers(
    'WebACL.Rules[].Statement',
    'WebACL.Rules[].Action',
    'WebACL.DefaultAction',
    'WebACL.CustomResponseBodies',
    'WebACL.PreProcessFirewallManagerRuleGroups[].FirewallManagerStatement',
    'WebACL.PostProcessFirewallManagerRuleGroups[].FirewallManagerStatement',
  ),
});

export const ListLoggingConfigurations = wafv2.operation(
  'ListLoggingConfigurations',
  (sdk) => sdk.ListLoggingConfigurationsCommand,
  {
    action: 'wafv2:ListLoggingConfigurations',
    pages: 'NextMarker',
  },
);
