import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { cognito as service } from '../../src/collectors/cognito-identity-provider/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, must } from '../site.ts';
import type { Site } from '../site.ts';

const POOLS = [
  { name: 'nwh-customers', region: HOME, isGood: true },
  { name: 'nwh-pilots-trial', region: SECOND, isGood: false },
] as const;

async function plant(site: Site): Promise<void> {
  for (const { name, region, isGood } of POOLS) {
    const { UserPool } = await site.client(CognitoIdentityProviderClient, region, 180).send(
      new CreateUserPoolCommand({
        PoolName: name,
        MfaConfiguration: isGood ? 'ON' : 'OFF',
        DeletionProtection: isGood ? 'ACTIVE' : 'INACTIVE',
        Policies: {
          PasswordPolicy: {
            MinimumLength: isGood ? 12 : 6,
            RequireLowercase: true,
            RequireUppercase: true,
            RequireNumbers: true,
            RequireSymbols: isGood,
            TemporaryPasswordValidityDays: 7,
          },
        },
      }),
    );
    const id = must(UserPool?.Id, 'Id');
    const arn = `arn:aws:cognito-idp:${region}:${ACCOUNT_ID}:userpool/${id}`;
    const outcome = isGood ? 'pass' : 'fail';
    site.expect('cognito-user-pool-mfa', arn, outcome);
    site.expect('cognito-user-pool-deletion-protection', arn, outcome);
    site.expect('cognito-user-pool-password-policy', arn, outcome);
  }
}

export default emulate({ service, sdk, Client: CognitoIdentityProviderClient, plant });
