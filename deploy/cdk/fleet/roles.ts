/** The role in the accounts of the organisation, as a StackSet of its own template; accounts that come later have it as well. */
import { Aws, CfnCondition, CfnRule, CfnStackSet, Fn, type Stack } from 'aws-cdk-lib';
import type { Parameters } from './parameters.ts';

/**
 * @param template of the role
 * @param scanner ARN of the role that assumes it
 */
export function rolesOf(
  stack: Stack,
  parameters: Parameters,
  template: object,
  scanner: string,
): void {
  const { organization, roleUnits, callAs, roleName, sendRoleName, externalId } = parameters;
  const isAsked = Fn.conditionNot(Fn.conditionEquals(roleUnits, ''));
  const rule = new CfnRule(stack, 'RolesNeedTheOrganization', { ruleCondition: isAsked });
  rule.addAssertion(
    Fn.conditionNot(Fn.conditionEquals(organization, '')),
    'RoleUnits needs OrganizationId, which the role’s trust policy names.',
  );
  const makesRoles = new CfnCondition(stack, 'MakesRoles', { expression: isAsked });
  const values = {
    OrganizationId: organization,
    ScannerAccount: Aws.ACCOUNT_ID,
    ScannerRole: scanner,
    ExternalId: externalId,
    RoleName: roleName,
    SendRoleName: sendRoleName,
  };
  const set = new CfnStackSet(stack, 'Roles', {
    stackSetName: `${Aws.STACK_NAME}-read-role`,
    description: 'The role that srm-scan reads accounts with',
    permissionModel: 'SERVICE_MANAGED',
    callAs,
    autoDeployment: { enabled: true, retainStacksOnAccountRemoval: false },
    managedExecution: { Active: true },
    capabilities: ['CAPABILITY_NAMED_IAM'],
    // One account that does not take it keeps no other from having it; the fleet's report says which has no role.
    operationPreferences: { failureTolerancePercentage: 100, maxConcurrentPercentage: 100 },
    parameters: Object.entries(values).map(([parameterKey, parameterValue]) => ({
      parameterKey,
      parameterValue,
    })),
    // IAM is global.
    stackInstancesGroup: [
      {
        deploymentTargets: { organizationalUnitIds: Fn.split(',', roleUnits) },
        regions: [Aws.REGION],
      },
    ],
    templateBody: JSON.stringify(template),
  });
  set.cfnOptions.condition = makesRoles;
}
