/**
 * What the state machine of a fleet does, in the Amazon States Language: lists the accounts, scans each, makes one report, and
 * tells EventBridge. Names in `${…}` are put in by CloudFormation.
 */

/** Faults of Lambda that pass: Step Functions developer guide, "Handle transient Lambda service exceptions". */
const passing = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

const retry = [
  {
    ErrorEquals: passing,
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    MaxDelaySeconds: 120,
    JitterStrategy: 'FULL',
  },
];

/** `source` of the events of a fleet. */
export const eventSource = 'srm-scan';

const invoke = 'arn:${Partition}:states:::lambda:invoke';

/** Whatever shall come of it (a message, a ticket) is a rule of the user's own. */
function tell(detail: string, kind: string) {
  return {
    Type: 'Task',
    Resource: 'arn:${Partition}:states:::events:putEvents',
    Parameters: {
      Entries: [
        {
          'Detail.$': detail,
          DetailType: kind,
          EventBusName: 'default',
          Source: eventSource,
        },
      ],
    },
    ResultPath: null,
    Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2 }],
  };
}

export const stateMachine = {
  Comment: 'srm-scan over the accounts of an organisation',
  StartAt: 'ListAccounts',
  States: {
    ListAccounts: {
      Type: 'Task',
      Resource: invoke,
      Parameters: {
        FunctionName: '${ListFunction}',
        // `run` of the input, where an earlier run is to be completed; else the moment at which this one began.
        Payload: { 'input.$': '$', 'startedAt.$': '$$.Execution.StartTime' },
      },
      ResultSelector: {
        'run.$': '$.Payload.run',
        'bucket.$': '$.Payload.bucket',
        'key.$': '$.Payload.key',
        'concurrency.$': '$.Payload.concurrency',
      },
      Retry: retry,
      Next: 'ScanAccounts',
    },
    ScanAccounts: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:${Partition}:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { 'Bucket.$': '$.bucket', 'Key.$': '$.key' },
      },
      ItemSelector: { 'run.$': '$.run', 'account.$': '$$.Map.Item.Value.account' },
      MaxConcurrencyPath: '$.concurrency',
      // What did not end is in the report, by account; it keeps nobody else from being scanned.
      ToleratedFailurePercentage: 100,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'ScanAccount',
        States: {
          ScanAccount: {
            Type: 'Task',
            Resource: invoke,
            Parameters: { FunctionName: '${ScanFunction}', 'Payload.$': '$' },
            ResultSelector: { 'ended.$': '$.Payload' },
            Retry: retry,
            // The function tells by itself what it knows of. What ended the function itself is known here alone.
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: 'NoteFault' }],
            Next: 'HowItEnded',
          },
          NoteFault: {
            Type: 'Task',
            Resource: invoke,
            Parameters: { FunctionName: '${ScanFunction}', 'Payload.$': '$' },
            ResultSelector: { 'ended.$': '$.Payload' },
            Retry: retry,
            Next: 'HowItEnded',
          },
          HowItEnded: {
            Type: 'Choice',
            Choices: [
              { Variable: '$.ended.result', StringEquals: 'goes on', Next: 'GoOn' },
              { Variable: '$.ended.result', StringEquals: 'already scanned', Next: 'ToldBefore' },
            ],
            Default: 'TellOfAccount',
          },
          // The time of one function was not enough: another one goes on with what was read, as often as FLEET_PARTS allows.
          GoOn: { Type: 'Pass', InputPath: '$.ended.next', Next: 'ScanAccount' },
          TellOfAccount: { ...tell('$.ended', 'Account Scan Ended'), End: true },
          ToldBefore: { Type: 'Succeed' },
        },
      },
      ResultPath: null,
      Next: 'Report',
    },
    Report: {
      Type: 'Task',
      Resource: invoke,
      Parameters: { FunctionName: '${ReportFunction}', Payload: { 'run.$': '$.run' } },
      ResultSelector: { 'fleet.$': '$.Payload' },
      Retry: retry,
      Next: 'TellOfFleet',
    },
    TellOfFleet: { ...tell('$.fleet', 'Fleet Scan Ended'), Next: 'IsComplete' },
    IsComplete: {
      Type: 'Choice',
      Choices: [{ Variable: '$.fleet.unscanned', NumericGreaterThan: 0, Next: 'Incomplete' }],
      Default: 'Complete',
    },
    Incomplete: {
      Type: 'Fail',
      Error: 'AccountsNotScanned',
      Cause:
        'Some accounts have no result; the report says which and why. Start the state machine with {"run": "<name of the run>"} to scan these alone.',
    },
    Complete: { Type: 'Succeed' },
  },
};
