/** The operations of Elastic Beanstalk that are sent, each with its IAM action and what its answers mean. */
import { rewrittenMembers } from '../../aws/evidence/redaction.ts';
import { optionOf } from './options.ts';
import { elasticBeanstalk } from './service.ts';

export const DescribeEnvironments = elasticBeanstalk.operation(
  'DescribeEnvironments',
  (sdk) => sdk.DescribeEnvironmentsCommand,
  { action: 'elasticbeanstalk:DescribeEnvironments', pages: 'NextToken' },
);

/** Environment variables and the passwords of databases are settings among the others: only what is read is kept. */
export const DescribeConfigurationSettings = elasticBeanstalk.operation(
  'DescribeConfigurationSettings',
  (sdk) => sdk.DescribeConfigurationSettingsCommand,
  {
    action: 'elasticbeanstalk:DescribeConfigurationSettings',
    // "No Environment found": what else the code may mean, the request does not hold.
    gone: ['InvalidParameterValue'],
    redact: rewrittenMembers('ConfigurationSettings[].OptionSettings[].Value', (value, holder) =>
      optionOf(Reflect.get(holder, 'Namespace'), Reflect.get(holder, 'OptionName')) === undefined
        ? 'not kept'
        : value,
    ),
  },
);
