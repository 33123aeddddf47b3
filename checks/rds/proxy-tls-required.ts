import { defineCheck } from '../../src/judge/define-check.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { dbProxies } from '../../src/collectors/rds/proxies.ts';
import { judgeSetting } from '../../src/reasoning/database-settings.ts';

export default defineCheck({
  id: 'rds-proxy-tls-required',
  title: 'The proxy takes connections over TLS only',
  severity: 'medium',
  responsibility: 'rds.encryption-in-transit',
  controls: { 'aws-fsbp': { 'RDS.43': equal } },
  why: 'A proxy that takes plain connections lets logins and rows cross the network in clear text.',
  fix: 'Modify the proxy and require TLS, once all clients connect with it.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html',
  remedy: {
    console: 'RDS, Proxies, the proxy, Modify, Require Transport Layer Security.',
    cli: 'aws rds modify-db-proxy --db-proxy-name PROXY --require-tls',
    terraform: `resource "aws_db_proxy" "this" {
  require_tls = true
  # …
}`,
  },

  evaluates: dbProxies,

  evaluate: ({ requiresTls }, { read }) => judgeSetting(read(requiresTls), 'RequireTLS'),
});
