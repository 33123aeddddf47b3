/** A Security Hub of one Region in memory, behind the loopback server: it takes what ASFF's schema takes, and no more. */
import { z } from 'zod';
import type { Answers, Reply } from './loopback-aws.ts';
import { draft07 } from './standard-schemas.ts';

const stored = z.looseObject({
  Id: z.string(),
  ProductArn: z.string(),
  GeneratorId: z.string(),
  AwsAccountId: z.string(),
  CreatedAt: z.string(),
  UpdatedAt: z.string(),
  RecordState: z.enum(['ACTIVE', 'ARCHIVED']),
  Compliance: z.object({ Status: z.string() }).optional(),
  ProductFields: z.record(z.string(), z.string()).optional(),
});
export type Stored = z.infer<typeof stored>;

const filter = z.array(z.object({ Value: z.string(), Comparison: z.enum(['EQUALS', 'PREFIX']) }));
const query = z.object({
  Filters: z.record(z.string(), filter),
  MaxResults: z.number().max(100),
  NextToken: z.string().optional(),
});

export interface FakeSecurityHub {
  readonly findings: Map<string, Stored>;
  /** How many findings came in each request. */
  readonly batches: number[];
  /** Ids that it refuses. */
  readonly refuses: Set<string>;
  /** Refuses a finding, by its id, with these codes one after the other, and takes it then. */
  readonly stumbles: Map<string, string[]>;
  /** What it says to everything, such as that it is not on. */
  failing: Reply | undefined;
  readonly answer: Answers;
}

/** Made once: it takes seconds. */
let faults: ReturnType<typeof draft07> | undefined;

export function fakeSecurityHub(): FakeSecurityHub {
  const findings = new Map<string, Stored>();
  const hub: FakeSecurityHub = {
    findings,
    batches: [],
    refuses: new Set(),
    stumbles: new Map(),
    failing: undefined,
    answer: ({ operation, body }) => {
      if (operation !== 'POST /findings/import' && operation !== 'POST /findings') return undefined;
      if (hub.failing) return hub.failing;
      const asked: unknown = JSON.parse(body);
      return { body: JSON.stringify(operation === 'POST /findings' ? found(asked) : taken(asked)) };
    },
  };

  function found(asked: unknown) {
    const { Filters, MaxResults, NextToken = '0' } = query.parse(asked);
    const all = [...findings.values()].filter((finding) =>
      Object.entries(Filters).every(([member, wanted]) =>
        wanted.some(({ Value, Comparison }) => {
          const value = String(finding[member]);
          return Comparison === 'EQUALS' ? value === Value : value.startsWith(Value);
        }),
      ),
    );
    const from = Number(NextToken);
    const next = from + MaxResults;
    return {
      Findings: all.slice(from, next),
      ...(next < all.length ? { NextToken: String(next) } : {}),
    };
  }

  function taken(asked: unknown) {
    faults ??= draft07('asff/batch-import-findings.derived.schema.json');
    const wrong = faults(asked);
    if (wrong.length > 0) throw new Error(`not ASFF: ${JSON.stringify(wrong)}`);
    const { Findings } = z.object({ Findings: z.array(stored) }).parse(asked);
    hub.batches.push(Findings.length);
    const stumbling = new Map(Findings.map(({ Id }) => [Id, hub.stumbles.get(Id)?.shift()]));
    const failed = Findings.filter(({ Id, UpdatedAt }) => {
      if (stumbling.get(Id) !== undefined) return true;
      const before = findings.get(Id);
      return hub.refuses.has(Id) || (before !== undefined && before.UpdatedAt >= UpdatedAt);
    });
    for (const each of Findings) if (!failed.includes(each)) findings.set(each.Id, each);
    return {
      FailedCount: failed.length,
      SuccessCount: Findings.length - failed.length,
      FailedFindings: failed.map(({ Id }) => ({
        Id,
        ErrorCode: stumbling.get(Id) ?? 'InvalidInput',
        ErrorMessage: 'the finding was not taken',
      })),
    };
  }
  return hub;
}
