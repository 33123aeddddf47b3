import { intersectsWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual, notApplicable, pass } from '../../src/judge/verdict.ts';
import { macieSessions } from '../../src/collectors/macie/sessions.ts';
import { accountBuckets } from '../../src/collectors/s3/buckets.ts';

const partOfCis = intersectsWith(
  'the control asks that all data is found, classified and secured, by Macie or otherwise',
);

export default defineCheck({
  id: 'macie-enabled',
  title: 'Macie looks for sensitive data in the buckets of the Region',
  severity: 'medium',
  responsibility: 's3.data-and-data-location',
  controls: {
    'cis-aws-5.0': { '2.1.3': partOfCis },
    'cis-aws-6.0': { '3.1.3': partOfCis },
    'cis-aws-7.0': { '3.1.3': partOfCis },
    'aws-fsbp': {
      'Macie.1': subsetOf('the control asks for it in Regions without buckets, too'),
    },
  },
  why: 'Personal data and keys end up in buckets that nobody meant them for; what is not known to be there is not protected.',
  fix: 'Turn Macie on in each Region that has buckets. Automated discovery samples objects of all buckets and is charged by buckets and bytes. Where another tool looks for sensitive data, set the parameter otherTool.',
  link: 'https://docs.aws.amazon.com/macie/latest/user/getting-started.html',
  remedy: {
    console: 'Macie, Get started, Enable Macie, in each Region with buckets.',
    cli: `aws macie2 enable-macie --region REGION
# where it is paused:
aws macie2 update-macie-session --status ENABLED --region REGION`,
    terraform: `resource "aws_macie2_account" "this" {
  status = "ENABLED"
}`,
  },

  evaluates: macieSessions,
  needs: { buckets: accountBuckets },
  params: { otherTool: false },
  meanings: { otherTool: 'whether another tool looks for sensitive data in the buckets' },

  evaluate(account, { read, buckets, params: { otherTool } }) {
    const status = read(account.status);
    if (status === 'ENABLED') return pass('Macie is on');
    const words = status === 'PAUSED' ? 'Macie is paused' : 'Macie is off';
    if (!read.some(buckets, ({ location }) => read(location) === account.region)) {
      return notApplicable(`${words}, and no bucket is in this Region`);
    }
    return otherTool
      ? manual(`${words}; that another tool looks for sensitive data was declared`)
      : fail(words);
  },
});
