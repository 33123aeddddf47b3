import { GetServiceSettingCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  automationLogSetting,
  publicDocumentSetting,
} from '../../../src/collectors/ssm/service-settings.ts';
import { Observed } from '../../../src/observe/observed.ts';
import { answer } from '../../support/answers.ts';
import { gatherFrom } from '../../support/collect-with.ts';

const client = mockClient(SSMClient);

beforeEach(() => {
  client.reset();
});

describe('public sharing in the Region', () => {
  async function settingWith(SettingValue: string) {
    client
      .on(GetServiceSettingCommand)
      .resolves(answer({ ServiceSetting: { SettingValue, Status: 'Default' } }));
    const { value } = await gatherFrom(publicDocumentSetting);
    const [region] = value.items;
    return region && Observed.open(region.mayBePublic);
  }

  it.each([
    { SettingValue: 'Enable', value: true },
    { SettingValue: 'Disable', value: false },
  ])('is allowed by $SettingValue: $value', async ({ SettingValue, value }) => {
    expect(await settingWith(SettingValue)).toMatchObject({ value });
  });

  it('is not guessed from a value that is unheard of', async () => {
    expect(await settingWith('Sometimes')).toMatchObject({ causes: [{ reason: 'failed' }] });
  });
});

describe('the log of automation', () => {
  async function logsWith(setting: object) {
    client.on(GetServiceSettingCommand).resolves(answer({ ServiceSetting: setting }));
    const { value } = await gatherFrom(automationLogSetting);
    const [region] = value.items;
    return region && Observed.open(region.logs);
  }

  it.each([
    { setting: { SettingValue: 'CloudWatch', Status: 'Customized' }, value: true },
    { setting: { SettingValue: '', Status: 'Default' }, value: false },
    { setting: { Status: 'Default' }, value: false },
  ])('is on with $setting: $value', async ({ setting, value }) => {
    expect(await logsWith(setting)).toMatchObject({ value });
  });

  it.each([{ setting: { SettingValue: 'S3', Status: 'Customized' } }, { setting: {} }])(
    'is not guessed from $setting',
    async ({ setting }) => {
      expect(await logsWith(setting)).toMatchObject({ causes: [{ reason: 'failed' }] });
    },
  );
});
