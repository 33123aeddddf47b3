import { intersectsWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { attributes } from '../../src/collectors/elb-v2/attributes.ts';
import { listenersOf } from '../../src/collectors/elb-v2/listeners.ts';
import { loadBalancers } from '../../src/collectors/elb-v2/load-balancers.ts';
import { setAttribute } from '../../src/remedies/load-balancer-attribute.ts';

export default defineCheck({
  id: 'elbv2-access-logging',
  title: 'The load balancer writes access logs',
  severity: 'medium',
  responsibility: 'elb.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'ELB.5': intersectsWith(
        'Network Load Balancers are judged as well, and Classic Load Balancers are not',
      ),
    },
    'cis-aws-7.0': {
      '4.10': subsetOf('load balancers are one of the services at which traffic enters'),
    },
  },
  why: 'AWS sees every request and writes none of them down unless it is asked to: without the log nobody can tell who asked for what, and when.',
  fix: 'Turn on access logs to a bucket of the same Region whose policy lets Elastic Load Balancing write.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  remedy: setAttribute({
    console: 'Monitoring, Access logs, and the bucket. Its policy has to let the service write.',
    key: 'access_logs.s3.enabled',
    value: 'true Key=access_logs.s3.bucket,Value=LOG_BUCKET',
    terraform: `access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = true
  }`,
  }),

  evaluates: loadBalancers,
  needs: { attributes, listenersOf },

  evaluate(loadBalancer, { read, attributes: { of }, listenersOf: listeners }) {
    const kind = read(loadBalancer.kind);
    if (kind === 'gateway') return notApplicable('a gateway load balancer has no access logs');
    if (read(read(of(loadBalancer)).accessLogs)) return pass('access logs are on');
    // Network Load Balancer user guide, "Access logs": they tell of TLS requests alone.
    const speaksTls = () =>
      read.some(read(listeners.of(loadBalancer)), ({ protocol }) => read(protocol) === 'TLS');
    if (kind === 'network' && !speaksTls()) {
      return notApplicable('a network load balancer logs TLS alone, and none of its listeners is');
    }
    return fail('access logs are off');
  },
});
