import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { distributionConfigs } from '../../src/collectors/cloudfront/configs.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-default-root-object',
  title: 'The distribution answers its root with an object, and not with the list of a bucket',
  severity: 'high',
  responsibility: 'cloudfront.data-and-data-location',
  controls: { 'aws-fsbp': { 'CloudFront.1': equal } },
  why: 'Who asks for the root of a distribution without such an object asks the bucket behind it for the list of all that it holds.',
  fix: 'Name a default root object, such as index.html.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
  remedy: setDistribution({
    console: 'General, Settings, Edit, Default root object: index.html, which must be there.',
    change: 'set DefaultRootObject to index.html',
    terraform: 'default_root_object = "index.html"',
  }),

  evaluates: distributions,
  needs: { configs: distributionConfigs },

  evaluate(distribution, { read, configs }) {
    if (read(distribution.origins).every(({ kind }) => kind !== 's3')) {
      return notApplicable('it has no S3 origin');
    }
    const root = read(read(configs.of(distribution)).rootObject);
    return root === ''
      ? fail('it has no default root object')
      : pass(`its default root object is ${root}`);
  },
});
