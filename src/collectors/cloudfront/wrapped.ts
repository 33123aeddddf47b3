import type { Members } from '../../aws/reads.ts';

/** CloudFront wraps each list with its count, and leaves the list out where there is none: API reference, "CacheBehaviors". */
export function itemsIn<E>(
  wrapped: {
    readonly Quantity: number | undefined;
    readonly Items?: readonly E[] | undefined;
  },
  { must }: Members,
): readonly E[] {
  return must(wrapped, 'Quantity') === 0 ? [] : must(wrapped, 'Items');
}
