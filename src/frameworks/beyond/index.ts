/** The controls beyond all checks: the rules of each framework, and the one that decides. */
import type { FrameworkId } from '../catalogues.ts';
import { beyondNist } from './nist-800-53-r5.ts';
import { beyondCsf, beyondIso, beyondPci, beyondSoc2 } from './others.ts';
import { type Beyond, type BeyondRule, notBuilt } from './rule.ts';

export type { Beyond } from './rule.ts';

/** What data of an organisation is worth is known to people alone. */
const classified: BeyondRule = {
  kind: 'attest',
  because: 'What data is sensitive is for people to say; Macie helps to find it.',
  of: ['3.1.3'],
};

const arranged: BeyondRule = {
  kind: 'attest',
  because: 'Which accounts run what, and how sensitive it is, is for people to say.',
  of: ['2.1.3', '2.1.4'],
};

export const beyondRules: Readonly<Record<FrameworkId, readonly BeyondRule[]>> = {
  'cis-aws-5.0': [{ ...classified, of: ['2.1.3'] }],
  'cis-aws-6.0': [classified],
  'cis-aws-7.0': [classified, arranged],
  'aws-fsbp': [],
  'aws-security-hub': [],
  'nist-800-53-r5': beyondNist,
  'pci-dss-4.0.1': beyondPci,
  'nist-csf-2.0': beyondCsf,
  'iso-27001-2022': beyondIso,
  'soc-2-2017': beyondSoc2,
};

/** Why no check bears upon a control: the rule with the longest beginning of its id, else that none is built yet. */
export function beyond(framework: FrameworkId, control: string): Beyond {
  let longest = '';
  let decided = notBuilt;
  for (const { of, kind, because } of beyondRules[framework]) {
    for (const start of of) {
      if (start.length <= longest.length || !isOf(control, start)) continue;
      longest = start;
      decided = { kind, because };
    }
  }
  return decided;
}

/** `1.2` is of `1.2.3` and not of `1.20`. */
export function isOf(control: string, start: string): boolean {
  return control.startsWith(start) && !/^[0-9A-Za-z]/.test(control.slice(start.length));
}
