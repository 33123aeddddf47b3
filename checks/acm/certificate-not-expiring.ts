import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { certificates } from '../../src/collectors/acm/certificates.ts';
import { mayBeRenewed, renewalLimit, renewals } from '../../src/collectors/acm/renewals.ts';

export default defineCheck({
  id: 'acm-certificate-not-expiring',
  title: ({ minDays }) => `The certificate is renewed ${minDays} days before it expires`,
  severity: 'medium',
  responsibility: 'acm.encryption-in-transit',
  controls: {
    'aws-fsbp': { 'ACM.1': subsetOf('a certificate that ACM is about to renew by itself passes') },
  },
  why: 'ACM renews what it issued as long as it can validate the domain, and never what was imported: an expired certificate takes down every site that it stands for.',
  fix: 'Import the renewed certificate under the same ARN; of one that ACM issued, restore the DNS records that validate its domains. Delete certificates that nothing uses.',
  link: 'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html',
  remedy: {
    console:
      'Certificate Manager, the certificate: Reimport certificate, or the CNAME records under Domains, which DNS must have.',
    cli: `# imported: all that uses the ARN has the new certificate without an interruption
aws acm import-certificate --certificate-arn ARN --certificate fileb://cert.pem \\
  --private-key fileb://key.pem --certificate-chain fileb://chain.pem
# issued by ACM: the record that is missing
aws acm describe-certificate --certificate-arn ARN \\
  --query 'Certificate.RenewalSummary.DomainValidationOptions[].ResourceRecord'`,
    terraform: `resource "aws_route53_record" "validation" {
  for_each = {
    for each in aws_acm_certificate.this.domain_validation_options : each.domain_name => each
  }
  zone_id = aws_route53_zone.this.zone_id
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  records = [each.value.resource_record_value]
  ttl     = 300
}`,
  },

  evaluates: certificates,
  needs: { renewals },
  params: { minDays: renewalLimit.usual },
  meanings: { minDays: 'how many days before its end a certificate has to be renewed' },

  evaluate(certificate, { read, renewals: { of }, params: { minDays }, now }) {
    const status = read(certificate.status);
    if (status !== 'ISSUED' && status !== 'EXPIRED') {
      return notApplicable(`it serves nobody: its status is ${status}`);
    }
    const end = read(certificate.notAfter);
    const days = Math.floor((end.getTime() - now.getTime()) / 86_400_000);
    const day = end.toISOString().slice(0, 10);
    if (days >= minDays) return pass(`it is valid until ${day}`);
    if (end <= now || status === 'EXPIRED') {
      const expired = `it expired on ${day}`;
      if (read(certificate.inUse)) return fail(expired);
      return {
        ...fail(expired, 'nothing uses it'),
        severity: { is: 'low', because: 'nothing uses it' },
      };
    }
    const expires = `it expires on ${day}, in ${days} days`;
    const origin = read(certificate.origin);
    if (origin === 'IMPORTED') return fail(expires, 'it was imported, and ACM does not renew it');
    if (!mayBeRenewed(now, minDays)(certificate)) return fail(expires);
    switch (read(of(certificate))) {
      case 'PENDING_AUTO_RENEWAL':
        return pass(expires, 'ACM is renewing it by itself');
      case 'PENDING_VALIDATION':
        return fail(expires, 'ACM cannot renew it before its domains are validated');
      case 'FAILED':
        return fail(expires, 'ACM could not renew it');
      default:
        return fail(expires, 'no renewal is under way');
    }
  },
});
