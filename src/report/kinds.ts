/** Lines that follow the kind of the resource: whose they are, by the kinds that the scan found in use. */
import {
  type AssuranceId,
  type KindId,
  kinds,
  type Responsibility,
} from '../responsibilities/index.ts';
import type { InUse, KindLine, ResponsibilityLine } from './model.ts';
import type { Found } from './found.ts';

type Kind = (typeof kinds)[number];

/** How a line is divided. */
interface Division {
  readonly owner: ResponsibilityLine['owner'];
  readonly awsPart: string;
  readonly customerPart: string;
  readonly assuranceId: AssuranceId;
  readonly kinds?: readonly KindLine[];
  /** The status where the kind is not known, and the line may be another's. */
  readonly open?: Pick<ResponsibilityLine, 'status' | 'note'>;
}

export function lineOfKinds(row: Responsibility, scan: Found, inUse: InUse): Division {
  const kind = kinds.find(({ service }) => service === row.service);
  const split = kind?.layers[row.layer];
  if (kind === undefined || split === undefined) return row;
  const { owner, awsPart, customerPart, assuranceId } = row;
  const usual: KindLine = {
    name: kind.others,
    owner,
    awsPart,
    customerPart,
    inUse: kindUse(kind, scan, inUse, ''),
  };
  const special: KindLine = {
    name: kind.name,
    ...split,
    inUse: kindUse(kind, scan, inUse, kind.id),
  };
  const both = { kinds: [usual, special], assuranceId: assuranceFor(split.owner, assuranceId) };
  if (special.inUse === 'no') return { ...row, kinds: both.kinds };
  if (special.inUse === 'yes') {
    if (usual.inUse === 'no') return { ...both, ...split };
    return {
      ...both,
      owner: owner === split.owner ? owner : 'shared',
      awsPart: `${usual.name}: ${awsPart} ${special.name}: ${split.awsPart}`,
      customerPart: `${usual.name}: ${customerPart} ${special.name}: ${split.customerPart}`,
    };
  }
  const depends = `It depends on the kind: ${whose(usual)}, ${whose(special)}.`;
  const note =
    special.inUse === 'unknown'
      ? `${depends} Which kinds are in use could not be read.`
      : `${depends} The scan did not look for the kinds in use.`;
  const status = special.inUse === 'unknown' ? 'unknown' : 'not-assessed';
  return {
    ...row,
    kinds: both.kinds,
    ...(owner === split.owner ? {} : { open: { status, note } }),
  };
}

function whose({ name, owner }: KindLine): string {
  const words = { aws: 'AWS’s', customer: 'the customer’s', shared: 'shared' } as const;
  return `with ${name} it is ${words[owner]}`;
}

/** A line that becomes the customer's has no report of AWS's to show for it. */
function assuranceFor(owner: ResponsibilityLine['owner'], usual: AssuranceId): AssuranceId {
  if (owner === 'customer') return 'customer';
  return usual === 'customer' ? 'operation' : usual;
}

function looksOf({ list }: Kind, { checks }: Found): readonly string[] {
  return list === undefined
    ? []
    : checks.filter(({ judges }) => judges.list === list).map(({ id }) => id);
}

/** @param id of the kind; empty for resources of no such kind */
function kindUse(kind: Kind, scan: Found, ofService: InUse, id: KindId | ''): InUse {
  const looks = looksOf(kind, scan);
  if (looks.length === 0) return 'not-looked-for';
  if (scan.found.kinds.has(`${kind.service}/${id}`)) return 'yes';
  if (looks.some((check) => scan.found.cutShort.has(check))) return 'unknown';
  return ofService === 'not-looked-for' ? 'not-looked-for' : 'no';
}
