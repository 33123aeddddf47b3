/** How far ACM is with renewing certificates of its own that end soon: the others are not asked about. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { type Limit, limitIn } from '../../collect/limit.ts';
import { perResource } from '../../collect/per-resource.ts';
import { Observed } from '../../observe/observed.ts';
import { type Certificate, certificates } from './certificates.ts';
import { DescribeCertificate } from './operations.ts';

const renewalStatuses = [
  'PENDING_AUTO_RENEWAL',
  'PENDING_VALIDATION',
  'SUCCESS',
  'FAILED',
] as const;

/** Null where no renewal has begun: API reference, "CertificateDetail", has the summary only once ACM has tried. */
export type Renewal = (typeof renewalStatuses)[number] | null;

/** How many days before its end a certificate has to be renewed. */
export const renewalLimit: Limit = {
  check: 'acm-certificate-not-expiring',
  parameter: 'minDays',
  usual: 30,
};

export const renewals = defineCollector({
  id: 'acm.renewals',
  service: 'acm',
  scope: 'regional',
  calls: [DescribeCertificate],
  needs: { certificates },
  gather: (aws, given) => {
    const isAsked = mayBeRenewed(aws.now, limitIn(aws.params, renewalLimit));
    return perResource(given.certificates.items.filter(isAsked), ({ arn: CertificateArn }) =>
      aws.get(DescribeCertificate, { CertificateArn }, (answer, members): Renewal => {
        const { RenewalSummary: renewal } = members.must(answer, 'Certificate');
        if (!renewal) return null;
        return oneOf(members.must(renewal, 'RenewalStatus'), renewalStatuses, members);
      }),
    );
  },
});

/** Whether ACM may be renewing it, and that decides: one that ACM issued, is valid and ends within so many days. */
export function mayBeRenewed(now: Date, days: number) {
  const [from, to] = [now.getTime(), now.getTime() + days * 86_400_000];
  return ({ status, origin, notAfter }: Certificate): boolean => {
    const end = Observed.open(notAfter);
    return (
      isOr(status, 'ISSUED') &&
      isOr(origin, 'AMAZON_ISSUED') &&
      end.known &&
      end.value.getTime() > from &&
      end.value.getTime() < to
    );
  };
}

/** True where the value is not known: then it is asked. */
function isOr<T>(observed: Observed<T>, value: T): boolean {
  const state = Observed.open(observed);
  return !state.known || state.value === value;
}
