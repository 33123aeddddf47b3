import type {
  Environment,
  EnvironmentSettings,
} from '../../src/collectors/elastic-beanstalk/environments.ts';
import { everyone, known } from './observe.ts';

export const environment: Environment = {
  arn: 'arn:aws:elasticbeanstalk:eu-central-1:111122223333:environment/shop/shop-live',
  type: 'AWS::ElasticBeanstalk::Environment',
  name: 'shop-live',
  region: 'eu-central-1',
  application: 'shop',
};

/** Settings that are as they should be, but for what is given. */
export function settings(members: Partial<EnvironmentSettings> = {}) {
  return {
    settings: everyone(
      known<EnvironmentSettings>({
        reportsEnhancedHealth: known(true),
        updatesPlatform: known(true),
        streamsLogs: known(true),
        ...members,
      }),
    ),
  };
}
