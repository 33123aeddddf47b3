import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { attributes } from '../../src/collectors/elb-v2/attributes.ts';
import { loadBalancers } from '../../src/collectors/elb-v2/load-balancers.ts';
import { setAttribute } from '../../src/remedies/load-balancer-attribute.ts';

export default defineCheck({
  id: 'elbv2-desync-mode',
  title: 'The Application Load Balancer holds back requests that could desynchronise its targets',
  severity: 'medium',
  responsibility: 'elb.network-configuration',
  controls: { 'aws-fsbp': { 'ELB.12': equal } },
  why: 'In the mode monitor requests that are ambiguous pass: load balancer and target may see another end of them, and one client gets the answer of another.',
  fix: 'Set the desync mitigation mode to defensive, the default, or to strictest.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#desync-mitigation-mode',
  remedy: setAttribute({
    console:
      'Traffic configuration, Packet handling, Desync mitigation mode: Defensive. Clients that send ambiguous requests get errors.',
    key: 'routing.http.desync_mitigation_mode',
    value: 'defensive',
    terraform: 'desync_mitigation_mode = "defensive"',
  }),

  evaluates: loadBalancers,
  needs: { attributes },

  evaluate(loadBalancer, { read, attributes: { of } }) {
    const kind = read(loadBalancer.kind);
    if (kind !== 'application') return notApplicable(`a ${kind} load balancer reads no requests`);
    const mode = read(read(of(loadBalancer)).desyncMode);
    const reason = `the desync mitigation mode is ${mode}`;
    return mode === 'monitor' ? fail(reason) : pass(reason);
  },
});
