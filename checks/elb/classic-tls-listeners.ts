import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import {
  type ClassicListener,
  classicLoadBalancers,
} from '../../src/collectors/elb/classic-load-balancers.ts';

export default defineCheck({
  id: 'elb-classic-tls-listeners',
  title:
    'The Classic Load Balancer listens with HTTPS or TLS alone, and with certificates from ACM',
  severity: 'medium',
  responsibility: 'elb.encryption-in-transit',
  controls: {
    'aws-fsbp': {
      'ELB.2': supersetOf('listeners without TLS fail as well'),
      'ELB.3': supersetOf('the certificates have to be from ACM as well'),
    },
  },
  why: 'A listener for HTTP or TCP encrypts nothing; a certificate that was uploaded to IAM is one that nobody renews by itself.',
  fix: 'Listen with HTTPS or SSL and a certificate from ACM; better, move to an Application Load Balancer, which can redirect.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-create-https-ssl-load-balancer.html',
  remedy: {
    console:
      'EC2, Load Balancers, the load balancer, Listeners, Manage listeners: add one with HTTPS and a certificate from ACM, then remove the plain one. Clients of the removed port are cut off.',
    cli: `aws elb create-load-balancer-listeners --load-balancer-name NAME --listeners \\
  Protocol=HTTPS,LoadBalancerPort=443,InstanceProtocol=HTTP,InstancePort=80,SSLCertificateId=ACM_ARN
aws elb set-load-balancer-listener-ssl-certificate --load-balancer-name NAME \\
  --load-balancer-port 443 --ssl-certificate-id ACM_ARN   # where it listens with HTTPS already
aws elb delete-load-balancer-listeners --load-balancer-name NAME --load-balancer-ports 80`,
    terraform: `resource "aws_elb" "this" {
  listener {
    lb_port            = 443
    lb_protocol        = "https"
    instance_port      = 80
    instance_protocol  = "http"
    ssl_certificate_id = aws_acm_certificate.this.arn
  }
  # …
}`,
  },

  evaluates: classicLoadBalancers,

  evaluate({ listeners }, { read }) {
    const all = read(listeners);
    if (all.length === 0) return notApplicable('it has no listener');
    const faults = all.flatMap(faultOf);
    return faults.length > 0
      ? fail(...faults)
      : pass('every listener speaks HTTPS or SSL, with a certificate from ACM');
  },
});

function faultOf({ port, protocol, certificate }: ClassicListener): readonly string[] {
  if (certificate === null) return [`the listener on port ${port} speaks ${protocol}`];
  return /^arn:[^:]+:acm:/.test(certificate)
    ? []
    : [`the certificate of the listener on port ${port} is not from ACM`];
}
