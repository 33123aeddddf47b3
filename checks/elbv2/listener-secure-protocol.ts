import { equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual, notApplicable, pass } from '../../src/judge/verdict.ts';
import { listeners } from '../../src/collectors/elb-v2/listeners.ts';

export default defineCheck({
  id: 'elbv2-listener-secure-protocol',
  title: 'The listener speaks HTTPS or TLS',
  severity: 'medium',
  responsibility: 'elb.encryption-in-transit',
  controls: {
    'aws-fsbp': {
      'ELB.18': equalWith(
        { allowRedirects: false, allowPassThrough: false },
        subsetOf(
          'listeners for HTTP that redirect to HTTPS pass, and of those that pass traffic through a person has to say',
        ),
      ),
    },
  },
  why: 'What reaches a listener for HTTP is plain text on its whole way; a listener for TCP passes on what comes, encrypted or not.',
  fix: 'Add a listener for HTTPS (or TLS, of a Network Load Balancer) with a certificate from ACM, and make the listener for HTTP redirect to it.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
  remedy: {
    console:
      'EC2, Load Balancers, the load balancer, Listeners and rules, Add listener: HTTPS or TLS, a security policy and a certificate. Delete the old listener once its clients have moved: that cuts those off which have not.',
    cli: `aws elbv2 create-listener --load-balancer-arn LOAD_BALANCER_ARN --protocol HTTPS --port 443 \\
  --certificates CertificateArn=CERTIFICATE_ARN --ssl-policy ELBSecurityPolicy-TLS13-1-2-Res-2021-06 \\
  --default-actions Type=forward,TargetGroupArn=TARGET_GROUP_ARN`,
    terraform: `resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS" # "TLS" of a Network Load Balancer
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  certificate_arn   = aws_acm_certificate.this.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}`,
  },

  evaluates: listeners,
  params: { allowRedirects: true, allowPassThrough: true },
  meanings: {
    allowRedirects: 'whether a listener for HTTP passes that redirects to HTTPS by default',
    allowPassThrough:
      'whether a person has to say of a listener that passes traffic through, instead of a failure',
  },

  evaluate({ protocol, ending }, { read, params }) {
    const spoken = read(protocol);
    switch (spoken) {
      case 'HTTPS':
      case 'TLS':
        return pass(`it speaks ${spoken}`);
      case 'GENEVE':
        return notApplicable('GENEVE carries packets to appliances; clients do not speak it');
      case 'HTTP':
        return params.allowRedirects && read(ending) === 'redirect-to-https'
          ? pass('it speaks HTTP, and redirects to HTTPS by default')
          : fail('it speaks HTTP');
      default:
        return params.allowPassThrough
          ? manual(
              `it passes ${spoken} through; whether that is encrypted, clients and targets settle between them`,
            )
          : fail(`it speaks ${spoken}, which the load balancer does not encrypt`);
    }
  },
});
