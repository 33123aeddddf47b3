import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { attributes } from '../../src/collectors/elb-v2/attributes.ts';
import { loadBalancers } from '../../src/collectors/elb-v2/load-balancers.ts';
import { setAttribute } from '../../src/remedies/load-balancer-attribute.ts';

export default defineCheck({
  id: 'elbv2-drop-invalid-headers',
  title: 'The Application Load Balancer drops invalid HTTP headers',
  severity: 'medium',
  responsibility: 'elb.network-configuration',
  controls: { 'aws-fsbp': { 'ELB.4': equal } },
  why: 'Header names that no standard allows are read differently by each server behind the load balancer, which is what request smuggling lives on.',
  fix: 'Turn on dropping of invalid header fields.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  remedy: setAttribute({
    console:
      'Packet handling, Drop invalid header fields. Headers with characters other than letters, digits and hyphens no longer reach the targets: see that none of yours has them.',
    key: 'routing.http.drop_invalid_header_fields.enabled',
    value: 'true',
    terraform: 'drop_invalid_header_fields = true',
  }),

  evaluates: loadBalancers,
  needs: { attributes },

  evaluate(loadBalancer, { read, attributes: { of } }) {
    const kind = read(loadBalancer.kind);
    if (kind !== 'application') return notApplicable(`a ${kind} load balancer reads no headers`);
    return read(read(of(loadBalancer)).dropsInvalidHeaders)
      ? pass('invalid header fields are dropped')
      : fail('invalid header fields reach the targets');
  },
});
