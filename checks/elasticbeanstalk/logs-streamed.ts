import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  environments,
  environmentSettings,
} from '../../src/collectors/elastic-beanstalk/environments.ts';

export default defineCheck({
  id: 'elasticbeanstalk-logs-streamed',
  title: 'The Elastic Beanstalk environment sends its logs to CloudWatch Logs',
  severity: 'high',
  responsibility: 'elastic-beanstalk.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'ElasticBeanstalk.3': equal } },
  why: 'Logs that stay on the instances are lost with them, and Elastic Beanstalk replaces instances whenever it scales or updates.',
  fix: 'Turn on the streaming of instance logs to CloudWatch Logs, and say how long they are kept. The instance profile must be allowed to write them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.cloudwatchlogs.html',
  remedy: {
    cli: `aws elasticbeanstalk update-environment --environment-name ENVIRONMENT --option-settings \\
  Namespace=aws:elasticbeanstalk:cloudwatch:logs,OptionName=StreamLogs,Value=true \\
  Namespace=aws:elasticbeanstalk:cloudwatch:logs,OptionName=RetentionInDays,Value=365`,
  },

  evaluates: environments,
  needs: { settings: environmentSettings },

  evaluate: (environment, { read, settings }) =>
    read(read(settings.of(environment)).streamsLogs)
      ? pass('instance logs are streamed to CloudWatch Logs')
      : fail('instance logs are not streamed to CloudWatch Logs'),
});
