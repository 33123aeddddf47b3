import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  environments,
  environmentSettings,
} from '../../src/collectors/elastic-beanstalk/environments.ts';

export default defineCheck({
  id: 'elasticbeanstalk-enhanced-health',
  title: 'The Elastic Beanstalk environment reports enhanced health',
  severity: 'low',
  responsibility: 'elastic-beanstalk.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'ElasticBeanstalk.1': equal } },
  why: 'Basic health knows whether hosts answer the load balancer; what fails on a host, and after which deployment, it does not tell.',
  fix: 'Set health reporting to enhanced. The environment needs a service role and an instance profile with the managed policies of Elastic Beanstalk.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced-enable.html',
  remedy: {
    cli: `aws elasticbeanstalk update-environment --environment-name ENVIRONMENT \\
  --option-settings Namespace=aws:elasticbeanstalk:healthreporting:system,OptionName=SystemType,Value=enhanced`,
    terraform: `resource "aws_elastic_beanstalk_environment" "this" {
  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced"
  }
  # …
}`,
  },

  evaluates: environments,
  needs: { settings: environmentSettings },

  evaluate: (environment, { read, settings }) =>
    read(read(settings.of(environment)).reportsEnhancedHealth)
      ? pass('health reporting is enhanced')
      : fail('health reporting is basic'),
});
