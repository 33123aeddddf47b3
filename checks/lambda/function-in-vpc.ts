import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { functions } from '../../src/collectors/lambda/functions.ts';

export default defineCheck({
  id: 'lambda-function-in-vpc',
  title: 'The function is attached to a VPC',
  severity: 'low',
  responsibility: 'lambda.network-configuration',
  controls: { 'aws-security-hub': { 'Lambda.3': equal } },
  why: 'Outside of a VPC a function reaches the whole Internet, and no security group, endpoint policy or flow log of the account sees what it sends.',
  fix: 'Attach functions that handle sensitive data, or that need what is in a VPC, to private subnets; they reach the Internet through a NAT gateway alone from then on.',
  link: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  remedy: {
    console:
      'Lambda, Functions, the function, Configuration, VPC, Edit. Its role needs the rights of AWSLambdaVPCAccessExecutionRole first.',
    cli: `aws lambda update-function-configuration --function-name FUNCTION \\
  --vpc-config SubnetIds=SUBNET_A,SUBNET_B,SecurityGroupIds=GROUP`,
    terraform: `resource "aws_lambda_function" "this" {
  vpc_config {
    subnet_ids         = [aws_subnet.a.id, aws_subnet.b.id]
    security_group_ids = [aws_security_group.functions.id]
  }
  # …
}`,
  },

  evaluates: functions,

  evaluate: ({ subnetIds }) =>
    subnetIds.length > 0
      ? pass(`it is attached to ${subnetIds.toSorted().join(', ')}`)
      : fail('the function is attached to no VPC'),
});
