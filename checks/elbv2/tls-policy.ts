import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { listeners } from '../../src/collectors/elb-v2/listeners.ts';
import { sslPolicies, sslPoliciesByName } from '../../src/collectors/elb-v2/ssl-policies.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { ageOf } from '../../src/reasoning/dated/dated.ts';
import { recommendedElbPolicies } from '../../src/reasoning/dated/tls-policies.ts';

export default defineCheck({
  id: 'elbv2-tls-policy',
  title: 'The listener has a TLS policy that AWS recommends',
  severity: 'medium',
  responsibility: 'elb.encryption-in-transit',
  controls: { 'aws-fsbp': { 'ELB.17': equal } },
  why: 'AWS speaks whatever the policy of the listener lets clients ask for, down to TLS 1.0 by the default of the API, which browsers gave up years ago.',
  fix: 'Give the listener a recommended policy, such as ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
  remedy: {
    console:
      'EC2, Load Balancers, the load balancer, Listeners and rules, the listener, Security, Edit security policy. Clients that speak older TLS alone cannot connect any more: access logs (connection logs of an Application Load Balancer) tell who does.',
    cli: `aws elbv2 modify-listener --listener-arn LISTENER_ARN \\
  --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09`,
    terraform: `resource "aws_lb_listener" "this" {
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  # …
}`,
  },

  evaluates: listeners,
  needs: { policies: sslPolicies },
  params: { allowAnyTls12: false },
  meanings: {
    allowAnyTls12:
      'whether any policy passes that refuses TLS 1.0 and 1.1, whatever ciphers it has',
  },

  evaluate({ protocol, securityPolicy }, { read, policies, params, now }) {
    const spoken = read(protocol);
    if (spoken !== 'HTTPS' && spoken !== 'TLS') {
      return notApplicable(`it speaks ${spoken}, which has no TLS policy`);
    }
    const policy = read(securityPolicy);
    const age = ageOf(recommendedElbPolicies, now);
    if (recommendedElbPolicies.values.includes(policy)) {
      return pass(`its policy is ${policy}`, ...age);
    }
    const outdated = () => {
      const found = read.find(sslPoliciesByName(policies, policy), () => true);
      return found && read(found.protocols).filter((each) => old.has(each));
    };
    const letIn = params.allowAnyTls12 ? outdated() : ifKnown(outdated);
    if (letIn?.length) return fail(`its policy ${policy} lets in ${letIn.join(' and ')}`);
    if (params.allowAnyTls12 && letIn) return pass(`its policy ${policy} refuses TLS 1.0 and 1.1`);
    return fail(`its policy ${policy} is none of those that AWS recommends`, ...age);
  },
});

const old: ReadonlySet<string> = new Set(['SSLv3', 'TLSv1', 'TLSv1.1']);
