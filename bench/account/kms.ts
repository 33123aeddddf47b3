/** KMS keys: those that AWS manages and those of the customer, of several kinds. */
import type {
  DescribeKeyResponse,
  GetKeyPolicyResponse,
  GetKeyRotationStatusResponse,
  ListKeysResponse,
} from '@aws-sdk/client-kms';
import { accountId, daysBefore, lastNumber, percent, uuid } from './identity.ts';
import { pageOf, refuse } from './question.ts';
import type { Answerers, Pages, Question, Refusal } from './question.ts';
import { countIn } from './regions.ts';

/** AWS KMS API reference, "ListKeys". */
const pages: Pages = { size: 'Limit', token: 'Marker', usual: 100, most: 1000 };

/** Answers for a key of the Region, by its id or its ARN. */
function ofKey<T extends object>(answer: (index: number, question: Question) => T) {
  return (question: Question): T | Refusal => {
    const id = question.text('KeyId')?.split('/').at(-1);
    const index = lastNumber(id?.slice(-12), 16);
    const isKnown = index !== undefined && uuid('key', question.region, index) === id;
    return isKnown ? answer(index, question) : refuse('NotFoundException');
  };
}

export const kmsAnswers = {
  ListKeys: (question): ListKeysResponse => {
    const { size, region } = question;
    const { items, next } = pageOf(question, pages, countIn(size, 'keys', region), (index) => ({
      KeyId: uuid('key', region, index),
      KeyArn: arnOf(region, index),
    }));
    return next === undefined
      ? { Keys: items, Truncated: false }
      : { Keys: items, Truncated: true, NextMarker: next };
  },
  DescribeKey: ofKey((index, { region, now }): DescribeKeyResponse => {
    const share = percent('key kind', region, index);
    const isOfAws = share < 25;
    const isForSigning = share >= 90;
    return {
      KeyMetadata: {
        KeyId: uuid('key', region, index),
        Arn: arnOf(region, index),
        AWSAccountId: accountId,
        CreationDate: daysBefore(now, 800),
        Description: isOfAws ? 'Default key that protects my volumes' : 'Key of the customer',
        Enabled: true,
        KeyManager: isOfAws ? 'AWS' : 'CUSTOMER',
        CustomerMasterKeySpec: isForSigning ? 'RSA_2048' : 'SYMMETRIC_DEFAULT',
        KeySpec: isForSigning ? 'RSA_2048' : 'SYMMETRIC_DEFAULT',
        KeyState: 'Enabled',
        KeyUsage: isForSigning ? 'SIGN_VERIFY' : 'ENCRYPT_DECRYPT',
        MultiRegion: false,
        Origin: 'AWS_KMS',
      },
    };
  }),
  GetKeyRotationStatus: ofKey((index, { region }): GetKeyRotationStatusResponse => {
    const KeyRotationEnabled = percent('rotation', region, index) < 70;
    return KeyRotationEnabled
      ? { KeyRotationEnabled, RotationPeriodInDays: 365 }
      : { KeyRotationEnabled };
  }),
  GetKeyPolicy: ofKey((index, { region }): GetKeyPolicyResponse => {
    const isPublic = percent('key policy', region, index) < 3;
    const AWS = isPublic ? '*' : `arn:aws:iam::${accountId}:root`;
    const Statement = [{ Effect: 'Allow', Principal: { AWS }, Action: 'kms:*', Resource: '*' }];
    return { PolicyName: 'default', Policy: JSON.stringify({ Version: '2012-10-17', Statement }) };
  }),
} satisfies Answerers;

function arnOf(region: string, index: number): string {
  return `arn:aws:kms:${region}:${accountId}:key/${uuid('key', region, index)}`;
}
