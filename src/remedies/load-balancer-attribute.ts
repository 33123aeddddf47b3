/** How an attribute of a load balancer is set. */
import type { Remedy } from '../judge/check.ts';

interface Attribute {
  /** Where in the attributes' page, and what to mind. */
  readonly console: string;
  readonly key: string;
  readonly value: string;
  /** The argument of `aws_lb`. */
  readonly terraform: string;
}

export function setAttribute({ console, key, value, terraform }: Attribute): Remedy {
  return {
    console: `EC2, Load Balancers, the load balancer, Attributes, Edit: ${console}`,
    cli: `aws elbv2 modify-load-balancer-attributes --load-balancer-arn LOAD_BALANCER_ARN \\
  --attributes Key=${key},Value=${value}`,
    terraform: `resource "aws_lb" "this" {
  ${terraform}
  # …
}`,
  };
}
