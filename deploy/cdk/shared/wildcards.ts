import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says why each wildcard of a role's policies is there; cdk-nag refuses any that is not named. */
export function wildcards(role: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [resource, reason] of Object.entries(reasons))
    Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
}
