/** What IAM counts in the account: the root user's credentials as they are now, unlike those of the credential report. */
import { defineCollector } from '../../collect/collector.ts';
import { derive } from '../../observe/observed.ts';
import type { AccountSummary } from '../../reasoning/root-credentials.ts';
import { GetAccountSummary } from './operations.ts';

/** Source: IAM API reference, "GetAccountSummary": counts, and 1 or 0 for what is there or not. */
export const accountSummary = defineCollector({
  id: 'iam.account-summary',
  service: 'iam',
  scope: 'global',
  calls: [GetAccountSummary],
  gather: async (aws): Promise<AccountSummary> => {
    const summary = await aws.get(GetAccountSummary, {}, (answer, { must, field }) => {
      const map = must(answer, 'SummaryMap');
      return {
        mfa: field(map, 'AccountMFAEnabled'),
        keys: field(map, 'AccountAccessKeysPresent'),
        // Newer than the other entries, and not in every answer.
        password: map.AccountPasswordPresent,
      };
    });
    return {
      rootMfa: derive((read) => read(read(summary).mfa) > 0),
      rootKeys: derive((read) => read(read(summary).keys) > 0),
      rootPassword: derive((read) => {
        const { password } = read(summary);
        if (password === undefined) return 'not-told';
        return password > 0 ? 'present' : 'absent';
      }),
    };
  },
});
