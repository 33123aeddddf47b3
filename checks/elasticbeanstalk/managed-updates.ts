import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import {
  environments,
  environmentSettings,
} from '../../src/collectors/elastic-beanstalk/environments.ts';

export default defineCheck({
  id: 'elasticbeanstalk-managed-updates',
  title: 'The Elastic Beanstalk environment updates its platform by itself',
  severity: 'high',
  responsibility: 'elastic-beanstalk.service-software-and-engine-patching',
  controls: { 'aws-fsbp': { 'ElasticBeanstalk.2': equal } },
  why: 'Platform versions carry the fixes of the operating system, the runtime and the web server; without managed updates they wait until somebody remembers.',
  fix: 'Turn on managed platform updates, with a weekly window and at least the level of patches. Enhanced health has to be on, and each update replaces the instances.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html',
  remedy: {
    cli: `aws elasticbeanstalk update-environment --environment-name ENVIRONMENT --option-settings \\
  Namespace=aws:elasticbeanstalk:managedactions,OptionName=ManagedActionsEnabled,Value=true \\
  Namespace=aws:elasticbeanstalk:managedactions,OptionName=PreferredStartTime,Value=Tue:09:00 \\
  Namespace=aws:elasticbeanstalk:managedactions:platformupdate,OptionName=UpdateLevel,Value=patch`,
  },

  evaluates: environments,
  needs: { settings: environmentSettings },

  evaluate: (environment, { read, settings }) =>
    read(read(settings.of(environment)).updatesPlatform)
      ? pass('managed platform updates are on')
      : fail('managed platform updates are off'),
});
