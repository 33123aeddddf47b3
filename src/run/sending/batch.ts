/**
 * Findings on their way to Security Hub, as many at once as it takes. What it refuses of them for a passing reason is sent again,
 * with the attempts and pauses of the scan's calls; the SDK does that only for a request as a whole.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AwsSecurityFinding,
  BatchImportFindingsCommand,
  type SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { faultClassOf } from '../../aws/faults.ts';
import { type PassingKind, pauseAfter } from '../../aws/live/retry.ts';
import { until } from './until.ts';

/** Findings that BatchImportFindings takes at once. */
const batchSize = 100;

/** Security Hub API reference, "ImportFindingsError". */
interface Failure {
  readonly Id?: string | undefined;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
}

type Told = (
  counted: { readonly imported: number; readonly archived: number },
  failures: readonly Failure[],
) => void;

/** @param told what became of each finding, in the end */
export function createBatch(
  hub: Pick<SecurityHubClient, 'send'>,
  signal: AbortSignal | undefined,
  told: Told,
) {
  let waiting: AwsSecurityFinding[] = [];
  const send = async (Findings: AwsSecurityFinding[]) => {
    const { FailedFindings = [] } = await until(
      () => hub.send(new BatchImportFindingsCommand({ Findings })),
      signal,
    );
    const failed = new Set(FailedFindings.map(({ Id }) => Id));
    const taken = Findings.filter(({ Id }) => !failed.has(Id));
    const archived = taken.filter(({ RecordState }) => RecordState === 'ARCHIVED').length;
    told({ imported: taken.length - archived, archived }, []);
    return FailedFindings;
  };
  const flush = async () => {
    let left = waiting;
    waiting = [];
    let refused: readonly Failure[] = [];
    try {
      for (let made = 1; left.length > 0; made += 1) {
        // Where no answer comes, or none any more, those of before are what is known of it.
        refused = await send(left);
        const again = refused.flatMap((failure) => {
          const kind = kindOf(failure);
          const pause = kind && pauseAfter(kind, made);
          return pause === undefined ? [] : [{ failure, pause }];
        });
        const passing = new Set(again.map(({ failure }) => failure));
        told(
          none,
          refused.filter((failure) => !passing.has(failure)),
        );
        refused = [...passing];
        const ids = new Set(refused.map(({ Id }) => Id));
        left = left.filter(({ Id }) => ids.has(Id));
        if (left.length > 0) await pausing(Math.max(...again.map(({ pause }) => pause)), signal);
      }
    } catch (error) {
      told(none, refused);
      throw error;
    }
  };
  return {
    add: async (finding: AwsSecurityFinding) => {
      waiting.push(finding);
      if (waiting.length === batchSize) await flush();
    },
    flush,
  };
}

const none = { imported: 0, archived: 0 } as const;

/** Undefined for what would be refused again. */
function kindOf({ ErrorCode: code = '', ErrorMessage: message = '' }: Failure) {
  const kinds: Readonly<Partial<Record<string, PassingKind>>> = {
    throttled: 'throttled',
    unreachable: 'transient',
  };
  return kinds[faultClassOf({ code, message })] ?? (isOfServer(code) ? 'server' : undefined);
}

/** Security Hub API reference, "Common Error Types", and `InternalException` of its operations. */
function isOfServer(code: string): boolean {
  return /^(Internal(Failure|Error|Exception|ServerError|ServerException)|ServiceUnavailable(Exception)?)$/.test(
    code,
  );
}

async function pausing(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await until(() => sleep(milliseconds), signal);
}
