/**
 * The role that a scan assumes in each account of an organisation: what `srm-scan policy` prints, and nothing that reads
 * data; and, where it is asked for, another that sends findings to the account's Security Hub and can do nothing else. The
 * template is for a service-managed StackSet; IAM is global, so one Region is enough.
 */
import {
  BootstraplessSynthesizer,
  CfnCondition,
  CfnParameter,
  Fn,
  Stack,
  Validations,
} from 'aws-cdk-lib';
import {
  ArnPrincipal,
  CfnRole,
  Effect,
  PolicyDocument,
  PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { sendingStatements } from '../../src/run/sending/policy.ts';
import { dataReads } from './data-reads.ts';

/** The name of the role where nothing else is asked for; `--role-name` has the same. */
const defaultRoleName = 'srm-scan-read';

export interface MemberRoleProps {
  /** What `srm-scan policy` prints: one statement that allows. */
  readonly actions: readonly string[];
}

export function memberRoleStack(scope: Construct, id: string, { actions }: MemberRoleProps): Stack {
  const stack = new Stack(scope, id, {
    description:
      'The read-only role that srm-scan assumes in each account of an organisation. docs/fleet.md of srm-scan says how it is used.',
    synthesizer: new BootstraplessSynthesizer(),
  });
  const parameter = (name: string, props: ConstructorParameters<typeof CfnParameter>[2]) =>
    new CfnParameter(stack, name, { type: 'String', ...props });

  const organization = parameter('OrganizationId', {
    description: 'Id of the organisation; nobody outside it can assume the role.',
    allowedPattern: '^o-[a-z0-9]{10,32}$',
  });
  parameter('ScannerAccount', {
    description: 'Twelve digits of the account that srm-scan runs in.',
    allowedPattern: String.raw`^\d{12}$`,
  });
  const scanner = parameter('ScannerRole', {
    description:
      'ARN of the role that srm-scan runs with; * stands for any letters, as in the name of a role of IAM Identity Center.',
    allowedPattern: String.raw`^arn:[a-z-]+:iam::\d{12}:role/[\w+=,.@*/-]+$`,
  });
  const external = parameter('ExternalId', {
    description:
      'What the scan must name beside the role. It is no secret; it keeps the role from being used by mistake.',
    minLength: 2,
    maxLength: 1224,
    allowedPattern: String.raw`^[\w+=,.@:/-]+$`,
  });
  const name = parameter('RoleName', {
    description: 'Name of the role, the same in every account.',
    default: defaultRoleName,
    allowedPattern: String.raw`^[\w+=,.@-]{1,64}$`,
  });

  const sendName = parameter('SendRoleName', {
    description:
      'Name of a second role, such as srm-scan-send, which may send findings to Security Hub of the account and nothing else; empty to make none.',
    default: '',
    allowedPattern: String.raw`^[\w+=,.@-]{0,64}$`,
  });

  /** What both are: for the scanner alone. */
  const forTheScanner = {
    // A role that is assumed with the credentials of a role cannot be held for longer: IAM user guide, "role chaining".
    maxSessionDuration: 3600,
    assumeRolePolicyDocument: new PolicyDocument({
      statements: [
        new PolicyStatement({
          sid: 'TheScannerOfThisOrganization',
          actions: ['sts:AssumeRole'],
          // The account and a condition instead of the role's own ARN, which would become a dead id when that role is made anew.
          principals: [
            new ArnPrincipal(Fn.sub('arn:${AWS::Partition}:iam::${ScannerAccount}:root')),
          ],
          conditions: {
            StringEquals: {
              'aws:PrincipalOrgID': organization.valueAsString,
              'sts:ExternalId': external.valueAsString,
            },
            ArnLike: { 'aws:PrincipalArn': scanner.valueAsString },
          },
        }),
      ],
    }),
  };
  const role = new CfnRole(stack, 'Role', {
    ...forTheScanner,
    roleName: name.valueAsString,
    description: 'What srm-scan may read in this account',
    policies: [
      {
        policyName: 'read',
        policyDocument: new PolicyDocument({
          statements: [
            new PolicyStatement({ sid: 'SrmScanRead', actions: [...actions], resources: ['*'] }),
            new PolicyStatement({
              sid: 'NoData',
              effect: Effect.DENY,
              actions: [...dataReads],
              resources: ['*'],
            }),
          ],
        }),
      },
    ],
  });

  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'A scan reads the configuration of every resource, so it cannot name them; the actions are listed one by one, and what reads data is refused.',
  });

  const sender = new CfnRole(stack, 'SendRole', {
    ...forTheScanner,
    roleName: sendName.valueAsString,
    description: 'Sends what srm-scan found to Security Hub of this account',
    policies: [
      {
        policyName: 'send',
        policyDocument: PolicyDocument.fromJson({
          Version: '2012-10-17',
          Statement: sendingStatements,
        }),
      },
    ],
  });
  sender.cfnOptions.condition = new CfnCondition(stack, 'Sends', {
    expression: Fn.conditionNot(Fn.conditionEquals(sendName.valueAsString, '')),
  });
  const unnamed = 'Where the name is empty, a condition leaves the role out.';
  sender.cfnOptions.metadata = {
    'cfn-lint': { config: { ignore_checks: ['W1030'] } },
    'cfn-lint-reasons': { W1030: unnamed },
  };
  for (const construct of [stack, sender])
    Validations.of(construct).acknowledge({
      id: 'CloudFormation-Validate::W1030',
      reason: unnamed,
    });
  Validations.of(sender).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'Security Hub is asked in the Region that the scan chooses, which no template knows; a condition keeps the findings to those of this account.',
  });
  return stack;
}
