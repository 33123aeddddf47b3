import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, manual, pass } from '../../src/judge/verdict.ts';
import { analyzers } from '../../src/collectors/access-analyzer/analyzers.ts';
import { accountInEachRegion } from '../../src/collectors/account/account.ts';
import { listed, shortName } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'accessanalyzer-external-enabled',
  title: 'An analyzer for external access is active in the Region',
  severity: 'high',
  responsibility: 'iam.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '1.19': equal },
    'cis-aws-6.0': { '2.19': equal },
    'cis-aws-7.0': { '2.18': equal },
    'aws-security-hub': { 'IAM.28': equal },
    'nist-800-53-r5': servesNist(
      'an analyzer finds access that nobody meant; the controls ask for more than that',
      'AC-6',
      'CA-7',
      'SI-4',
    ),
  },
  why: 'The analyzer reports each resource that its policy opens to outsiders, in the one Region that it is in.',
  fix: 'Create an analyzer for external access in this Region, with the account or the organization as its zone of trust. If an analyzer of the organization covers this account, set the parameter centralAnalyzer.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html',
  remedy: {
    console:
      'IAM, Access Analyzer, Analyzer settings, Create analyzer, External access, in each Region.',
    cli: 'aws accessanalyzer create-analyzer --analyzer-name external --type ACCOUNT --region REGION',
    terraform: `resource "aws_accessanalyzer_analyzer" "external" {
  analyzer_name = "external"
  type          = "ACCOUNT"
}`,
  },

  evaluates: accountInEachRegion,
  needs: { analyzers },
  /** Says that the management account or a delegated administrator has one, which member accounts cannot see. */
  params: { centralAnalyzer: false },
  meanings: {
    centralAnalyzer:
      'whether an analyzer of the organization, which member accounts cannot see, covers this account',
  },

  evaluate(_account, { read, analyzers: seen, params }) {
    const watching = read.matching(seen, ({ watchesOutside }) => read(watchesOutside));
    if (watching.length > 0) {
      return pass(`active for external access: ${listed(watching.map(({ name }) => name))}`);
    }
    if (params.centralAnalyzer) {
      return manual(
        'no active analyzer for external access is seen from this account; that one elsewhere covers it was declared, and is to be confirmed there',
      );
    }
    return fail(
      'no analyzer for external access is active',
      ...seen.items.map(({ name, kind, status }) => `${shortName(name)}: ${kind}, ${status}`),
    );
  },
});
