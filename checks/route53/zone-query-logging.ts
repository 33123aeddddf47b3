import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { hostedZones, zonesThatLog } from '../../src/collectors/route-53/hosted-zones.ts';

export default defineCheck({
  id: 'route53-zone-query-logging',
  title: 'The public hosted zone logs DNS queries',
  severity: 'medium',
  responsibility: 'route53.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'Route53.2': equal } },
  why: 'Without query logs nobody can see which names are asked for, such as those that an attacker tries.',
  fix: 'Log the queries of the zone to a log group in us-east-1. Resolvers that have an answer in their cache do not ask, and are not logged.',
  link: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html',
  remedy: {
    console:
      'Route 53, Hosted zones, the zone, Configure query logging. CloudWatch Logs is charged for.',
    cli: `aws route53 create-query-logging-config --hosted-zone-id ZONE \\
  --cloud-watch-logs-log-group-arn LOG_GROUP`,
    terraform: `resource "aws_route53_query_log" "this" {
  zone_id                  = aws_route53_zone.this.zone_id
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.queries.arn
}`,
  },

  evaluates: hostedZones,
  needs: { logging: zonesThatLog },

  evaluate(zone, { read, logging }) {
    if (read(zone.isPrivate)) return notApplicable('the zone is private');
    return read.some(logging, (id) => id === zone.id)
      ? pass('queries are logged')
      : fail('queries are not logged');
  },
});
