/** Settings of Systems Manager, one for each Region: whether documents may be public, and whether automation logs. */
import { oneOf } from '../../aws/one-of.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { GetServiceSetting } from './operations.ts';

/** Whether documents may be made public. A new account may: the setting begins with `Enable`. */
export const publicDocumentSetting = defineCollector({
  id: 'systems-manager.public-document-setting',
  service: 'systems-manager',
  scope: 'regional',
  calls: [GetServiceSetting],
  gather: async (aws) => {
    const mayBePublic = await aws.get(
      GetServiceSetting,
      { SettingId: '/ssm/documents/console/public-sharing-permission' },
      (answer, members) => {
        const setting = members.must(answer, 'ServiceSetting');
        const value = members.must(setting, 'SettingValue');
        return oneOf(value, ['Enable', 'Disable'], members) === 'Enable';
      },
    );
    return accountListing(aws, { mayBePublic });
  },
});

/** Whether scripts of runbooks write what they print to CloudWatch Logs. */
export const automationLogSetting = defineCollector({
  id: 'systems-manager.automation-log-setting',
  service: 'systems-manager',
  scope: 'regional',
  calls: [GetServiceSetting],
  gather: async (aws) => {
    const logs = await aws.get(
      GetServiceSetting,
      { SettingId: '/ssm/automation/customer-script-log-destination' },
      (answer, members) => {
        const setting = members.must(answer, 'ServiceSetting');
        // AWS documents one value, and none for an account that never set it: that says so by its status.
        if (setting.SettingValue === 'CloudWatch') return true;
        const status = oneOf(members.must(setting, 'Status'), statuses, members);
        return status === 'Default'
          ? false
          : members.unusable('the logs of automation go where srm-scan does not know');
      },
    );
    return accountListing(aws, { logs });
  },
});

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ServiceSetting.html */
const statuses = ['Default', 'Customized', 'PendingUpdate'] as const;
