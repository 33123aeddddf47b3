/** An AWS account that nobody has made: every answer is computed when it is asked for, and the same each time. */
import * as accessAnalyzer from '@aws-sdk/client-accessanalyzer';
import * as accountManagement from '@aws-sdk/client-account';
import * as backup from '@aws-sdk/client-backup';
import * as cloudTrail from '@aws-sdk/client-cloudtrail';
import * as config from '@aws-sdk/client-config-service';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as ec2 from '@aws-sdk/client-ec2';
import * as iam from '@aws-sdk/client-iam';
import * as kms from '@aws-sdk/client-kms';
import * as organizations from '@aws-sdk/client-organizations';
import * as rds from '@aws-sdk/client-rds';
import * as s3 from '@aws-sdk/client-s3';
import * as s3Control from '@aws-sdk/client-s3-control';
import * as sso from '@aws-sdk/client-sso-admin';
import * as sts from '@aws-sdk/client-sts';
import { failure } from '../../emulator/gate/answer.ts';
import type { Answer } from '../../emulator/gate/answer.ts';
import type { AwsRequest } from '../../emulator/gate/request.ts';
import { cloudTrailAnswers } from './cloudtrail.ts';
import { configAnswers } from './config.ts';
import { ec2Answers } from './ec2.ts';
import { iamAnswers } from './iam.ts';
import { iamListAnswers } from './iam-lists.ts';
import { kmsAnswers } from './kms.ts';
import * as nothing from './nothing.ts';
import { questionOf } from './question.ts';
import type { Account, Answerers } from './question.ts';
import { rdsAnswers } from './rds.ts';
import { render } from './render.ts';
import { s3Answers, s3ControlAnswers } from './s3.ts';
import { sizes } from './sizes.ts';
import type { SizeName } from './sizes.ts';
import * as small from './small-services.ts';
import { unusedServices } from './unused-services.ts';

/** Answers in AWS's place; undefined for an operation that it does not know. */
export interface GeneratedAccount {
  readonly answer: (request: AwsRequest) => Answer | undefined;
  /** How many pages the longest list had that was asked for since the last `reset`. */
  readonly longestList: () => number;
  /** Makes the account forget what a scan has begun: the credential report is as if it had never been asked for. */
  readonly reset: () => void;
}

interface Api {
  readonly sdk: object;
  readonly answers: Answerers;
}

/** @param now all dates are told from it; the same `now` gives the same account */
export function generateAccount(name: SizeName, now: Date): GeneratedAccount {
  let isReportAsked = false;
  let longest = 1;
  const account: Account = {
    size: sizes[name],
    now,
    onPage: (page) => {
      longest = Math.max(longest, page);
    },
  };
  const reportState = () => {
    const state = isReportAsked ? 'COMPLETE' : 'STARTED';
    isReportAsked = true;
    return state;
  };
  // By the name that the gate has for a service.
  const apis: ReadonlyMap<string, Api> = new Map([
    ['access-analyzer', { sdk: accessAnalyzer, answers: small.accessAnalyzerAnswers }],
    ['account', { sdk: accountManagement, answers: small.accountAnswers }],
    ['backup', { sdk: backup, answers: { ...small.backupAnswers, ...nothing.noneOfBackup } }],
    [
      'cloudtrail',
      { sdk: cloudTrail, answers: { ...cloudTrailAnswers, ...nothing.noneOfCloudTrail } },
    ],
    ['config', { sdk: config, answers: { ...configAnswers, ...nothing.noneOfConfig } }],
    ['dynamodb', { sdk: dynamodb, answers: nothing.noneOfDynamoDb }],
    ['ec2', { sdk: ec2, answers: { ...ec2Answers, ...nothing.noneOfEc2 } }],
    [
      'iam',
      {
        sdk: iam,
        answers: { ...iamAnswers(reportState), ...iamListAnswers, ...nothing.noneOfIam },
      },
    ],
    ['kms', { sdk: kms, answers: { ...kmsAnswers, ...nothing.noneOfKms } }],
    [
      'organizations',
      {
        sdk: organizations,
        answers: { ...small.organizationsAnswers, ...nothing.noneOfOrganizations },
      },
    ],
    ['rds', { sdk: rds, answers: { ...rdsAnswers, ...nothing.noneOfRds } }],
    ['s3', { sdk: s3, answers: { ...s3Answers, ...nothing.noneOfS3 } }],
    ['s3control', { sdk: s3Control, answers: { ...s3ControlAnswers, ...nothing.noneOfS3Control } }],
    ['sso', { sdk: sso, answers: small.ssoAnswers }],
    ['sts', { sdk: sts, answers: small.stsAnswers }],
    ...unusedServices,
  ]);
  return {
    answer: (request) => {
      const api = apis.get(request.service);
      const answerer = api?.answers[request.operation];
      if (!api || !answerer) return undefined;
      const output = answerer(questionOf(request, account));
      if ('refusal' in output) return failure(request, output.refusal);
      return render(api.sdk, request, output);
    },
    longestList: () => longest,
    reset: () => {
      isReportAsked = false;
      longest = 1;
    },
  };
}
