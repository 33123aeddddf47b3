import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { loggingByWebAcl, webAclLogging } from '../../src/collectors/wafv2/logging.ts';
import { webAclRules, webAcls } from '../../src/collectors/wafv2/web-acls.ts';

export default defineCheck({
  id: 'wafv2-web-acl-logging',
  title: 'The web ACL holds rules and writes logs',
  severity: 'low',
  responsibility: 'waf.logging-and-monitoring',
  controls: {
    'aws-fsbp': { 'WAF.10': supersetOf('logs are asked for as well') },
    'aws-security-hub': { 'WAF.11': supersetOf('rules are asked for as well') },
  },
  why: 'AWS runs the firewall and knows nothing of what to block: a web ACL without rules lets through what its default says, and without logs nobody sees what it did.',
  fix: 'Add rules, such as the managed rule groups of AWS, and send logs to CloudWatch Logs, S3 or Firehose.',
  link: 'https://docs.aws.amazon.com/waf/latest/developerguide/logging.html',
  remedy: {
    console:
      'WAF & Shield, Web ACLs, the web ACL: Rules, Add rules (Count first, since Block may hit wanted requests); Logging and metrics, Enable.',
    cli: `# the name of the destination has to begin with aws-waf-logs-
aws wafv2 put-logging-configuration --logging-configuration \\
  'ResourceArn=WEB_ACL_ARN,LogDestinationConfigs=arn:aws:logs:REGION:ACCOUNT:log-group:aws-waf-logs-NAME'`,
    terraform: `resource "aws_wafv2_web_acl_logging_configuration" "this" {
  resource_arn            = aws_wafv2_web_acl.this.arn
  log_destination_configs = [aws_cloudwatch_log_group.waf.arn] # named aws-waf-logs-…
}`,
  },

  evaluates: webAcls,
  needs: { logging: webAclLogging, rules: webAclRules },

  evaluate(acl, { read, logging, rules }) {
    return failWhen(
      {
        'it writes no logs': () =>
          !read.some(loggingByWebAcl(logging, acl.arn), ({ destinations }) => destinations > 0),
        'it holds no rules': () => read(rules.of(acl)) === 0,
      },
      'it holds rules and writes logs',
    );
  },
});
