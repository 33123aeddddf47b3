import { equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { distributionConfigs } from '../../src/collectors/cloudfront/configs.ts';
import { deliveriesByResource, logDeliveries } from '../../src/collectors/cloudfront/deliveries.ts';
import { distributions } from '../../src/collectors/cloudfront/distributions.ts';
import { any } from '../../src/observe/logic.ts';
import { setDistribution } from '../../src/remedies/distribution.ts';

export default defineCheck({
  id: 'cloudfront-logging',
  title: 'The distribution writes access logs',
  severity: 'medium',
  responsibility: 'cloudfront.logging-and-monitoring',
  controls: {
    'aws-fsbp': {
      'CloudFront.5': equalWith(
        { legacyOnly: true },
        subsetOf('standard logging (v2) and real-time logs pass as well'),
      ),
    },
    'cis-aws-7.0': {
      '4.10': subsetOf('distributions are one of the places at which traffic enters'),
    },
  },
  why: 'AWS sees every request at its edges and writes none of them down unless it is asked to: without a log nobody can tell who asked for what, and when.',
  fix: 'Turn on standard logging, to a bucket, to CloudWatch Logs or to Firehose.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
  remedy: setDistribution({
    console: 'Logging, Standard log destinations, Add, and the destination.',
    change: 'set Logging: Enabled true, Bucket LOG_BUCKET.s3.amazonaws.com (its ACLs must be on)',
    terraform: `logging_config { # for v2: aws_cloudwatch_log_delivery_source and _delivery
    bucket = aws_s3_bucket.logs.bucket_domain_name
  }`,
  }),

  evaluates: distributions,
  needs: { configs: distributionConfigs, deliveries: logDeliveries },
  params: { legacyOnly: false },
  meanings: {
    legacyOnly: 'whether the older kind of standard logging alone counts, as for Security Hub',
  },

  evaluate(distribution, { read, configs, deliveries, params }) {
    const legacy = () => read(read(configs.of(distribution)).logs);
    if (params.legacyOnly) {
      return legacy()
        ? pass('standard logging is on')
        : fail('standard logging of the older kind is off');
    }
    const delivered = () =>
      read.some(deliveriesByResource(deliveries, distribution.arn), () => true);
    const realtime = () =>
      read(distribution.behaviors).some(({ hasRealtimeLogs }) => hasRealtimeLogs);
    return any(realtime, legacy, delivered)
      ? pass('access logs are written')
      : fail('neither standard nor real-time logs are written');
  },
});
