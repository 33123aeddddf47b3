/**
 * Findings into AWS Security Hub: the one thing that srm-scan ever writes into an account that it scans, and only where it is
 * asked to. It has a client of its own: the scan's refuses whatever does not read.
 */
import {
  GetFindingsCommand,
  SecurityHubClient,
  type AwsSecurityFinding,
} from '@aws-sdk/client-securityhub';
import type { ClientConfig } from '../../aws/live/connection.ts';
import { asffFindings, asffId, idPrefix, productArn } from '../../../reports/asff/finding.ts';
import type { ReportReader } from '../../report/model.ts';
import { printable } from '../../text/printable.ts';
import { version } from '../version.generated.ts';
import { inTurns } from '../pace.ts';
import { createBatch } from './batch.ts';
import { changeOf, digestField, digestOf, isGone, type Known } from './changes.ts';
import { until } from './until.ts';

/** Findings that GetFindings gives at once. */
const pageSize = 100;

/** What came of it. */
export interface Sent {
  readonly region: string;
  /** New, changed, or not told for long. */
  readonly imported: number;
  readonly archived: number;
  readonly unchanged: number;
  /** Failed before, and could not be read this time: left as they are. */
  readonly notRead: number;
  /** Those that Security Hub did not take, by why. */
  readonly refused: readonly Refusal[];
  /** Why the sending ended before all was sent. */
  readonly endedBy?: string;
}

export interface Refusal {
  /** Of Security Hub, made printable. */
  readonly why: string;
  readonly ids: readonly string[];
}

/**
 * Sends what changed. Rejects never: what went wrong is told in what came of it.
 * @param signal ends the sending; its reason is an Error that says why
 */
export async function sendToSecurityHub(
  report: ReportReader,
  config: Omit<ClientConfig, 'maxAttempts' | 'retryMode'>,
  signal?: AbortSignal,
): Promise<Sent> {
  // A throttled request is not lost: it waits, as long as the service wants it to.
  const hub = new SecurityHubClient({
    ...config,
    maxAttempts: 10,
    retryMode: 'adaptive',
    customUserAgent: `srm-scan/${version}`,
  });
  const tally = { imported: 0, archived: 0, unchanged: 0, notRead: 0 };
  const refused = new Map<string, string[]>();
  const outcome = (endedBy?: string): Sent => ({
    region: config.region,
    ...tally,
    refused: [...refused].map(([why, ids]) => ({ why, ids })),
    ...(endedBy === undefined ? {} : { endedBy }),
  });
  const pace = inTurns();
  const batch = createBatch(hub, signal, (counted, failures) => {
    for (const { Id = '', ErrorCode = '', ErrorMessage = '' } of failures) {
      const why = printable(`${ErrorCode}: ${ErrorMessage}`);
      refused.set(why, [...(refused.get(why) ?? []), printable(Id)]);
    }
    tally.imported += counted.imported;
    tally.archived += counted.archived;
  });
  try {
    const known = await knownFindings(hub, report, config.region, signal);
    const toAsff = asffFindings(report);
    for (const finding of report.findings()) {
      if (pace.isDue()) await pace.rest();
      signal?.throwIfAborted();
      const id = asffId(finding);
      const before = known.get(id);
      known.delete(id);
      const asff = toAsff(finding, config.region);
      const digest = digestOf(asff);
      const change = changeOf(finding, asff, digest, before);
      if (change === 'unchanged') tally.unchanged += 1;
      if (change === 'not-read') tally.notRead += 1;
      if (change !== 'import' && change !== 'archive') continue;
      await batch.add({
        ...asff,
        ...(before === undefined ? {} : { CreatedAt: before.createdAt }),
        RecordState: change === 'archive' ? 'ARCHIVED' : 'ACTIVE',
        ProductFields: { ...asff.ProductFields, [digestField]: digest },
      });
    }
    for (const [id, gone] of known) {
      if (isGone(gone, report)) await batch.add(archived(id, gone, report, config.region));
    }
    await batch.flush();
    return outcome();
  } catch (error) {
    if (!(error instanceof Error)) return outcome('fault');
    return outcome(
      printable(error === signal?.reason ? error.message : `${error.name}: ${error.message}`),
    );
  } finally {
    hub.destroy();
  }
}

function equals(Value: string) {
  return [{ Value, Comparison: 'EQUALS' as const }];
}

/** Every active finding of ours, of this account, by id. */
async function knownFindings(
  hub: SecurityHubClient,
  { scan }: Pick<ReportReader, 'scan'>,
  region: string,
  signal: AbortSignal | undefined,
): Promise<Map<string, Known>> {
  const found = new Map<string, Known>();
  const { id: account } = scan.account;
  let token: string | undefined;
  do {
    const asked = new GetFindingsCommand({
      Filters: {
        ProductArn: equals(productArn(scan.partition, region, account)),
        AwsAccountId: equals(account),
        GeneratorId: [{ Value: idPrefix, Comparison: 'PREFIX' }],
        RecordState: equals('ACTIVE'),
      },
      MaxResults: pageSize,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const { Findings = [], NextToken } = await until(() => hub.send(asked), signal);
    for (const finding of Findings) {
      if (finding.Id?.startsWith(idPrefix)) found.set(finding.Id, knownOf(finding));
    }
    token = NextToken;
  } while (token !== undefined && token !== '');
  return found;
}

function knownOf(finding: AwsSecurityFinding): Known {
  const { ProductFields = {}, Resources = [], GeneratorId = '' } = finding;
  return {
    digest: ProductFields[digestField],
    status: finding.Compliance?.Status,
    createdAt: finding.CreatedAt ?? '',
    updatedAt: finding.UpdatedAt ?? '',
    check: GeneratorId.slice(idPrefix.length),
    region: ProductFields[`${idPrefix}Region`],
    title: finding.Title ?? '',
    description: finding.Description ?? '',
    resources: Resources.map(({ Type = 'Other', Id = '' }) => ({ Type, Id })),
  };
}

/** Of a resource that is gone nothing new is said, but that the finding is of the past. */
function archived(
  id: string,
  known: Known,
  { scan }: Pick<ReportReader, 'scan'>,
  region: string,
): AwsSecurityFinding {
  const { createdAt, title, description, resources, check, status } = known;
  return {
    SchemaVersion: '2018-10-08',
    Id: id,
    ProductArn: productArn(scan.partition, region, scan.account.id),
    GeneratorId: `${idPrefix}${check}`,
    AwsAccountId: scan.account.id,
    CreatedAt: createdAt,
    UpdatedAt: scan.finishedAt,
    Title: title,
    Description: description,
    Resources: [...resources],
    ...(status === undefined ? {} : { Compliance: { Status: status } }),
    RecordState: 'ARCHIVED',
  };
}
