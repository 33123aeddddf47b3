/** How a setting of a CloudFront distribution is changed. */
import type { Remedy } from '../judge/check.ts';

interface Setting {
  /** The tab of the distribution, the fields, and what to mind. */
  readonly console: string;
  /** What is to be changed in the configuration, in words. */
  readonly change: string;
  /** The arguments of `aws_cloudfront_distribution`. */
  readonly terraform: string;
}

export function setDistribution({ console, change, terraform }: Setting): Remedy {
  return {
    console: `CloudFront, Distributions, the distribution, ${console}`,
    cli: `aws cloudfront get-distribution-config --id ID --query ETag --output text
aws cloudfront get-distribution-config --id ID --query DistributionConfig > config.json
# edit config.json: ${change}
# the update replaces the whole configuration, and takes minutes to reach all edges
aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG`,
    terraform: `resource "aws_cloudfront_distribution" "this" {
  ${terraform}
  # …
}`,
  };
}
