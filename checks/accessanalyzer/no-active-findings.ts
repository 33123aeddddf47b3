import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { analyzers } from '../../src/collectors/access-analyzer/analyzers.ts';
import { activeFindings } from '../../src/collectors/access-analyzer/findings.ts';
import { listed } from '../../src/policy/text.ts';

export default defineCheck({
  id: 'accessanalyzer-no-active-findings',
  title: 'No finding of the external access analyzer is left open',
  severity: 'high',
  responsibility: 'iam.identity-and-access',
  controls: {
    'nist-800-53-r5': servesNist(
      'findings of one tool, about access from outside alone',
      'AC-6',
      'CA-7',
    ),
  },
  why: 'Each active finding is a resource that somebody outside the account or the organization can use, and of which nobody has said yet that this is meant.',
  fix: 'Look at each finding. Archive those that are meant, best by an archive rule, and take the access away from the others: then they resolve by themselves.',
  link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-work-with-findings.html',
  remedy: {
    console:
      'IAM, Access Analyzer, External access, the finding: Archive, or follow it to the resource.',
    cli: `aws accessanalyzer list-findings-v2 --analyzer-arn ANALYZER_ARN --filter '{"status":{"eq":["ACTIVE"]}}'
# what is meant to be: an archived finding is no longer told of
aws accessanalyzer update-findings --analyzer-arn ANALYZER_ARN --status ARCHIVED --ids FINDING_ID`,
  },

  evaluates: analyzers,
  needs: { findings: activeFindings },

  evaluate(analyzer, { read, findings }) {
    if (!read(analyzer.watchesOutside)) {
      return notApplicable(
        `${analyzer.kind}, ${analyzer.status}: no analyzer that looks for access from outside`,
      );
    }
    const open = read.matching(read(findings.of(analyzer)), () => true);
    if (open.length === 0) return pass('there is no active finding');
    const named = [...new Set(open.flatMap(({ resource }) => resource ?? []))];
    const of = named.length === 0 ? '' : `: ${listed(named)}`;
    return fail(`active findings: ${open.length}${of}`);
  },
});
