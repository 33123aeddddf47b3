import type * as CognitoIdentityProviderSdk from '@aws-sdk/client-cognito-identity-provider';
import { defineService, type Service } from '../../aws/operation.ts';

export const cognito: Service<
  typeof CognitoIdentityProviderSdk,
  CognitoIdentityProviderSdk.ServiceInputTypes,
  CognitoIdentityProviderSdk.ServiceOutputTypes,
  CognitoIdentityProviderSdk.CognitoIdentityProviderClientResolvedConfig
> = defineService({
  id: 'cognito-identity-provider',
  iamPrefix: 'cognito-idp',
  matrix: ['cognito'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 15,
      refill: 15,
      source:
        'Amazon Cognito developer guide, "Quotas in Amazon Cognito": UserPoolRead, 15 requests a second',
    },
  },
  callsInFlight: 4,
  load: () => import('@aws-sdk/client-cognito-identity-provider'),
  client: (sdk, config) => new sdk.CognitoIdentityProviderClient(config),
});
