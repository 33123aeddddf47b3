/** What sending needs beside what a scan reads, as statements of an IAM policy. */

/** Security Hub takes the findings of an account from that account alone, so nobody may send for another. */
export const sendingStatements = [
  {
    Sid: 'SrmScanSendFindings',
    Effect: 'Allow',
    Action: ['securityhub:BatchImportFindings'],
    Resource: '*',
    Condition: { StringEquals: { 'securityhub:TargetAccount': '${aws:PrincipalAccount}' } },
  },
  {
    Sid: 'SrmScanReadSentFindings',
    Effect: 'Allow',
    Action: ['securityhub:GetFindings'],
    Resource: '*',
  },
] as const;
