import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { attributes } from '../../src/collectors/elb-v2/attributes.ts';
import { loadBalancers } from '../../src/collectors/elb-v2/load-balancers.ts';
import { setAttribute } from '../../src/remedies/load-balancer-attribute.ts';

export default defineCheck({
  id: 'elbv2-deletion-protection',
  title: 'The load balancer is protected from deletion',
  severity: 'medium',
  responsibility: 'elb.backup-and-recovery',
  controls: { 'aws-fsbp': { 'ELB.6': equal } },
  why: 'A load balancer that was deleted is gone with its name and addresses: the new one has others, and DNS has to follow.',
  fix: 'Turn on deletion protection. Where a Kubernetes controller makes and deletes load balancers, exempt them, or let the controller set the attribute.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#deletion-protection',
  remedy: setAttribute({
    console: 'Protection, Deletion protection. It has to be turned off again before a deletion.',
    key: 'deletion_protection.enabled',
    value: 'true',
    terraform: 'enable_deletion_protection = true',
  }),

  evaluates: loadBalancers,
  needs: { attributes },

  evaluate(loadBalancer, { read, attributes: { of } }) {
    return read(read(of(loadBalancer)).deletionProtection)
      ? pass('deletion protection is on')
      : fail('deletion protection is off');
  },
});
