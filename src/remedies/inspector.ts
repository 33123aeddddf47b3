/** How Amazon Inspector is made to scan a kind of thing. */
import type { Remedy } from '../judge/check.ts';

/**
 * @param name as the console names the scanning
 * @param type as the API names it
 */
export function scanBy(name: string, type: 'EC2' | 'ECR' | 'LAMBDA' | 'LAMBDA_CODE'): Remedy {
  const types = type === 'LAMBDA_CODE' ? ['LAMBDA', 'LAMBDA_CODE'] : [type];
  return {
    console: `Inspector, Account management, the account, Activate: ${name}, in each Region. In an organization the delegated administrator does it for all accounts.`,
    cli: `aws inspector2 enable --resource-types ${types.join(' ')} --region REGION`,
    terraform: `resource "aws_inspector2_enabler" "this" {
  account_ids    = [data.aws_caller_identity.current.account_id]
  resource_types = [${types.map((each) => `"${each}"`).join(', ')}]
}`,
  };
}
