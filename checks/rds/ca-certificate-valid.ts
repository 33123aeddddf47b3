import { defineCheck } from '../../src/judge/define-check.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';

/** Authorities that are past their end. Amazon RDS user guide, "Using SSL/TLS to encrypt a connection", read 2026-11. */
const endedAuthorities = ['rds-ca-2015', 'rds-ca-2019'];
const day = 86_400_000;

export default defineCheck({
  id: 'rds-ca-certificate-valid',
  title: ({ days }) => `The certificate of the database is valid for ${days} days or more`,
  severity: 'medium',
  responsibility: 'rds.encryption-in-transit',
  controls: {
    'nist-800-53-r5': servesNist('certificates of databases are some of those', 'SC-12', 'SC-17'),
  },
  why: 'Clients that check the certificate cannot connect once it has expired, all at the same moment.',
  fix: 'Let clients trust the new authority first, then change the certificate authority of the instance. Some engines restart.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html',
  remedy: {
    console: 'RDS, Certificate update, the instance, Schedule.',
    cli: 'aws rds modify-db-instance --db-instance-identifier INSTANCE --ca-certificate-identifier rds-ca-rsa2048-g1',
    terraform: `resource "aws_db_instance" "this" {
  ca_cert_identifier = "rds-ca-rsa2048-g1"
  # …
}`,
  },

  evaluates: dbInstances,
  params: { days: 90 },
  meanings: { days: 'for how many days the certificate has to be valid yet' },

  evaluate({ certificate }, { read, now, params }) {
    const { authority, validTill } = read(certificate);
    const until = validTill.toISOString().slice(0, 10);
    const fact = `the certificate of ${authority} ends on ${until}`;
    if (endedAuthorities.includes(authority)) return fail(fact, `${authority} is out of use`);
    const left = (validTill.getTime() - now.getTime()) / day;
    return left < params.days ? fail(fact) : pass(fact);
  },
});
