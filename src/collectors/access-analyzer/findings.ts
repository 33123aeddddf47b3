/** What the analyzers of external access found and nobody archived or mended. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { type Listed, type Listing, Observed } from '../../observe/observed.ts';
import { analyzers } from './analyzers.ts';
import { ListFindingsV2 } from './operations.ts';

/** A resource that somebody from outside the zone of trust can use. */
export interface OpenFinding extends Listed {
  readonly id: string;
  /** ARN or name of the resource; undefined where AWS shows none. */
  readonly resource: string | undefined;
}

/** The active findings of each analyzer that watches outside. */
export const activeFindings = defineCollector({
  id: 'iam.access-analyzer-findings',
  service: 'iam',
  scope: 'regional',
  calls: [ListFindingsV2],
  needs: { analyzers },
  gather: (aws, given) =>
    perResource(
      given.analyzers.items.filter(watchesOutside),
      async ({ arn }): Promise<Observed<Listing<OpenFinding>>> => {
        const findings = await aws.list(
          ListFindingsV2,
          { analyzerArn: arn, filter: { status: { eq: ['ACTIVE'] } }, maxResults: 100 },
          'findings',
          // Some findings are of no resource that could be named: IAM Access Analyzer API reference, "FindingSummaryV2".
          (finding, { must }) => ({ id: must(finding, 'id'), resource: finding.resource }),
          { key: ({ id }) => id },
        );
        const isRefused = findings.items.length === 0 && findings.gaps.length > 0;
        return isRefused ? Observed.unreadable(...findings.gaps) : Observed.known(findings);
      },
    ),
});

function watchesOutside({
  watchesOutside: watches,
}: Resource & { readonly watchesOutside: Observed<boolean> }): boolean {
  const state = Observed.open(watches);
  return state.known && state.value;
}
