import type { Answer } from './answer.ts';
import type { AwsRequest } from './request.ts';

/**
 * What becomes of moto's answers: nothing; kept, the last one for each question; or given again without asking moto.
 * What was never asked before still goes to moto.
 */
export type Keeping = 'off' | 'keep' | 'give';

/** Answers of moto, for measurements that moto would slow down. */
export interface Kept {
  readonly set: (keeping: Keeping) => void;
  readonly find: (request: AwsRequest) => Answer | undefined;
  readonly keep: (request: AwsRequest, answer: Answer) => void;
}

/** The same question has the same key, whenever it is signed. */
function questionOf(request: AwsRequest): string {
  const { service, region, accessKeyId, inputHash } = request;
  return `${service} ${region} ${accessKeyId} ${inputHash}`;
}

/** Nothing is kept yet. */
export function createKept(): Kept {
  const answers = new Map<string, Answer>();
  let mode: Keeping = 'off';
  return {
    set: (keeping) => {
      mode = keeping;
    },
    find: (request) => (mode === 'give' ? answers.get(questionOf(request)) : undefined),
    keep: (request, answer) => {
      if (mode !== 'off') answers.set(questionOf(request), answer);
    },
  };
}
