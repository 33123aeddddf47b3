import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { certificates } from '../../src/collectors/acm/certificates.ts';

export default defineCheck({
  id: 'acm-certificate-key-strength',
  title: 'The key of the certificate has 2048 bits or more if it is one of RSA',
  severity: 'high',
  responsibility: 'acm.encryption-in-transit',
  controls: { 'aws-fsbp': { 'ACM.2': equal } },
  why: 'ACM issues no weaker keys, but takes them in by import: RSA of 1024 bits is within reach of those who can pay for it.',
  fix: 'Have the certificate issued again with a key of 2048 bits or more, or of an elliptic curve, and import it; or let ACM issue one.',
  link: 'https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html',
  remedy: {
    console:
      'Certificate Manager, Import a certificate, or Request; then choose it at each load balancer and distribution that used the old one. A certificate of another key is a new one: importing over the old needs the same key type.',
    cli: `openssl req -new -newkey rsa:2048 -nodes -keyout key.pem -out request.csr   # to be signed by your CA
aws acm import-certificate --certificate fileb://cert.pem --private-key fileb://key.pem \\
  --certificate-chain fileb://chain.pem`,
    terraform: `resource "aws_acm_certificate" "this" { # one that ACM issues and renews
  domain_name       = "www.example.com"
  validation_method = "DNS"
  key_algorithm     = "RSA_2048"
}`,
  },

  evaluates: certificates,

  evaluate({ algorithm }, { read }) {
    const key = read(algorithm);
    return key === 'RSA_1024' ? fail(`its key is ${key}`) : pass(`its key is ${key}`);
  },
});
