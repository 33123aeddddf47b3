import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { withoutGone } from '../../src/collect/per-resource.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { notApplicable, pass } from '../../src/judge/verdict.ts';
import type { Ending } from '../../src/collectors/elb-v2/actions.ts';
import { listenersOf } from '../../src/collectors/elb-v2/listeners.ts';
import { loadBalancers } from '../../src/collectors/elb-v2/load-balancers.ts';
import { httpRules } from '../../src/collectors/elb-v2/rules.ts';

export default defineCheck({
  id: 'elbv2-http-redirects-to-https',
  title: 'The Application Load Balancer answers HTTP with nothing but a redirect to HTTPS',
  severity: 'medium',
  responsibility: 'elb.encryption-in-transit',
  controls: {
    'aws-fsbp': { 'ELB.1': supersetOf('the rules of the listeners are judged as well') },
  },
  why: 'AWS ends TLS where a listener asks for it, and not elsewhere: what a listener for HTTP forwards crosses the network in plain text, passwords and cookies with it.',
  fix: 'Make the default action of each listener for HTTP a redirect to HTTPS, and remove its rules that forward.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#redirect-actions',
  remedy: {
    console:
      'EC2, Load Balancers, the load balancer, Listeners and rules: delete the rules of the HTTP listener that forward, then Edit listener, Redirect to URL, HTTPS, port 443. Clients that do not follow redirects stop working.',
    cli: `aws elbv2 delete-rule --rule-arn RULE_ARN
aws elbv2 modify-listener --listener-arn LISTENER_ARN \\
  --default-actions 'Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}'`,
    terraform: `resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}`,
  },

  evaluates: loadBalancers,
  needs: { listenersOf, rules: httpRules },
  params: { allowFixedResponse: false },
  meanings: {
    allowFixedResponse: 'whether a listener for HTTP may answer by itself instead of redirecting',
  },

  evaluate(loadBalancer, { read, listenersOf: listeners, rules, params }) {
    const kind = read(loadBalancer.kind);
    if (kind !== 'application') return notApplicable(`a ${kind} load balancer speaks no HTTP`);
    const speakingHttp = read
      .list(read(listeners.of(loadBalancer)))
      .filter(({ protocol }) => read(protocol) === 'HTTP');
    const plain = read.list(withoutGone({ items: speakingHttp, gaps: [], sources: [] }, rules));
    if (plain.length === 0) return pass('no listener is for HTTP');
    const isFault = (ending: Ending) =>
      ending === 'forward' || ending === 'redirect-over-http'
        ? true
        : ending === 'fixed-response' && !params.allowFixedResponse;
    const finders = plain.flatMap((listener) => [
      () => {
        const ending = read(listener.ending);
        return isFault(ending) ? [`the listener on port ${listener.port} ${words[ending]}`] : [];
      },
      () => {
        if (read(listener.ending) === 'forward') return [];
        const faulty = read(rules.of(listener)).filter(({ ending }) => leaks(read(ending)));
        return faulty.map(
          ({ priority, ending }) =>
            `rule ${priority} of the listener on port ${listener.port} ${words[read(ending)]}`,
        );
      },
    ]);
    return failFor(finders, 'every listener for HTTP redirects to HTTPS or serves nothing');
  },
});

const words: Readonly<Record<Ending, string>> = {
  forward: 'forwards requests over HTTP',
  'redirect-over-http': 'redirects without leaving HTTP',
  'fixed-response': 'answers over HTTP instead of redirecting',
  'redirect-to-https': 'redirects to HTTPS',
};

/** A rule that answers by itself beside a default that redirects gives nothing of the targets away. */
function leaks(ending: Ending): boolean {
  return ending === 'forward' || ending === 'redirect-over-http';
}
