/** The operations of AWS Lambda that are sent, each with its IAM action and what its answers mean. */
import type { FunctionConfiguration, ListFunctionsResponse } from '@aws-sdk/client-lambda';
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { redactVariables } from '../../reasoning/secrets/variables.ts';
import { lambda } from './service.ts';

const pages = { answer: 'NextMarker', input: 'Marker' };

export const ListFunctions = lambda.operation('ListFunctions', (sdk) => sdk.ListFunctionsCommand, {
  action: 'lambda:ListFunctions',
  pages,
  redact: redactFunctions,
});

/** Errors of the reference are written about what could not be decrypted; the code is enough. */
const withoutErrorTexts = withoutMembers(
  'Functions[].Environment.Error.Message',
  'Functions[].ImageConfigResponse.Error.Message',
  'Functions[].RuntimeVersionConfig.Error.Message',
);

function redactFunctions<O extends ListFunctionsResponse>(answer: O): O {
  const { Functions } = answer;
  if (!Functions) return answer;
  return withoutErrorTexts({ ...answer, Functions: Functions.map(withoutVariables) });
}

function withoutVariables(of: FunctionConfiguration): FunctionConfiguration {
  const { Environment } = of;
  if (!Environment?.Variables) return of;
  const Variables = redactVariables(Environment.Variables);
  return { ...of, Environment: { ...Environment, Variables } };
}

export const ListFunctionUrlConfigs = lambda.operation(
  'ListFunctionUrlConfigs',
  (sdk) => sdk.ListFunctionUrlConfigsCommand,
  { action: 'lambda:ListFunctionUrlConfigs', pages, gone: ['ResourceNotFoundException'] },
);

/** A function that was deleted answers as one that has no policy does: AWS Lambda API reference, "GetPolicy". */
export const GetPolicy = lambda.operation('GetPolicy', (sdk) => sdk.GetPolicyCommand, {
  action: 'lambda:GetPolicy',
  absent: ['ResourceNotFoundException'],
});
