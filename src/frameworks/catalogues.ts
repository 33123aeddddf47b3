import { awsFsbp } from './aws-fsbp.ts';
import { awsSecurityHub } from './aws-security-hub.ts';
import { cisAws50 } from './cis-aws-5.0.ts';
import { cisAws60 } from './cis-aws-6.0.ts';
import { cisAws70 } from './cis-aws-7.0.ts';
import { iso270012022 } from './iso-27001-2022.ts';
import { nist80053r5 } from './nist-800-53-r5.ts';
import { nistCsf20 } from './nist-csf-2.0.ts';
import type { MappedAwsId } from './aws-mapping.ts';
import { pciDss401 } from './pci-dss-4.0.1.ts';
import type { Claim, Settings } from './relation.ts';
import { soc22017 } from './soc-2-2017.ts';

/** Every framework that a check can name; a new one is added here. */
export const catalogues = [
  cisAws50,
  cisAws60,
  cisAws70,
  awsFsbp,
  awsSecurityHub,
  nist80053r5,
  pciDss401,
  nistCsf20,
  iso270012022,
  soc22017,
] as const;

type KnownCatalogue = (typeof catalogues)[number];

export type FrameworkId = KnownCatalogue['id'];

/** The ids of one framework's controls, as the framework writes them. */
export type ControlId<F extends FrameworkId> = keyof Extract<
  KnownCatalogue,
  { readonly id: F }
>['controls'];

/** Ids of controls, by framework. */
export type ControlIds = { readonly [F in FrameworkId]?: readonly string[] };

/** A control of AWS must be in its mapping too, since the other frameworks follow from there. */
type Claimable<F extends FrameworkId> = F extends 'aws-fsbp' | 'aws-security-hub'
  ? ControlId<F> & MappedAwsId
  : ControlId<F>;

/**
 * What a check says of controls, by framework: how it stands to each. A control that the catalogue does not have does not
 * compile. What AWS relates its own controls to follows from there, and is not repeated; a claim of NIST or PCI that is
 * made here is our own reading.
 */
export type Controls<S = Settings> = {
  readonly [F in FrameworkId]?: { readonly [id in Claimable<F>]?: Claim<S> };
};
