import type { Exchange } from './evidence/ledger.ts';
import type { Operation } from './operation.ts';

/** Where answers come from: the live account, or kept evidence. */
export interface Transport {
  exchange<I, O>(
    operation: Operation<I, O>,
    region: string,
    input: I,
    call: { readonly id: string },
  ): Promise<Exchange>;
  /** Waits before a call is sent again whose answer was not ready. False when there is no use in asking again. */
  again(tries: number): Promise<boolean>;
}
