/** Where findings go beside the bucket, and what the function that scans may do for it: nothing where nothing is sent. */
import { Aws, CfnCondition, CfnRule, Fn, type Stack } from 'aws-cdk-lib';
import { CfnPolicy, PolicyDocument, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Parameters } from './parameters.ts';
import { wildcards } from '../shared/wildcards.ts';

const isGiven = (parameter: string) => Fn.conditionNot(Fn.conditionEquals(parameter, ''));

export function mayAlsoAssume(stack: Stack, scanner: Role, parameters: Parameters): void {
  const { sendRoleName, lakeLocation, lakeRole, lakeExternalId } = parameters;
  const assuming = (name: string, parameter: string, role: string) => {
    const policy = new CfnPolicy(stack, `${name}Policy`, {
      policyName: name.toLowerCase(),
      roles: [scanner.roleName],
      policyDocument: new PolicyDocument({
        statements: [new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [role] })],
      }),
    });
    policy.cfnOptions.condition = new CfnCondition(stack, `${name}s`, {
      expression: isGiven(parameter),
    });
    return policy;
  };
  const send = assuming('Send', sendRoleName, `arn:${Aws.PARTITION}:iam::*:role/${sendRoleName}`);
  wildcards(send, {
    'arn:<AWS::Partition>:iam::*:role/<SendRoleName>':
      'One role, in every account of the organisation.',
  });
  assuming('HandOver', lakeLocation, lakeRole);
  const rule = new CfnRule(stack, 'LakeNeedsItsRole', { ruleCondition: isGiven(lakeLocation) });
  for (const parameter of [lakeRole, lakeExternalId])
    rule.addAssertion(
      isGiven(parameter),
      'SecurityLakeLocation needs SecurityLakeRole and SecurityLakeExternalId.',
    );
}
