import type { Catalogue } from './framework.ts';
import { ac } from './nist-800-53/ac.ts';
import { at } from './nist-800-53/at.ts';
import { au } from './nist-800-53/au.ts';
import { ca } from './nist-800-53/ca.ts';
import { cm } from './nist-800-53/cm.ts';
import { cp } from './nist-800-53/cp.ts';
import { ia } from './nist-800-53/ia.ts';
import { ir } from './nist-800-53/ir.ts';
import { ma } from './nist-800-53/ma.ts';
import { mp } from './nist-800-53/mp.ts';
import { pe } from './nist-800-53/pe.ts';
import { pl } from './nist-800-53/pl.ts';
import { pm } from './nist-800-53/pm.ts';
import { ps } from './nist-800-53/ps.ts';
import { pt } from './nist-800-53/pt.ts';
import { ra } from './nist-800-53/ra.ts';
import { sa } from './nist-800-53/sa.ts';
import { sc } from './nist-800-53/sc.ts';
import { si } from './nist-800-53/si.ts';
import { sr } from './nist-800-53/sr.ts';

/**
 * Every control and enhancement of NIST SP 800-53 Revision 5 that is not withdrawn, as of release 5.2.0 (the OSCAL catalogue
 * of NIST). The titles are NIST's control names (a work of the US government, in the public domain); an enhancement carries
 * the name of its control before the bar.
 */
export const nist80053r5 = {
  id: 'nist-800-53-r5',
  name: 'NIST SP 800-53',
  version: 'Revision 5',
  publisher: 'National Institute of Standards and Technology',
  url: 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
  complete: true,
  aliases: [
    'nist',
    'nist-800-53',
    'nist-800-53-5',
    'nist-800-53-rev5',
    'nist-800-53-revision-5',
    'nist-sp-800-53',
    'nist-sp-800-53-r5',
    'nist-sp-800-53-rev5',
    '800-53',
    '800-53-r5',
  ],
  controls: {
    ...ac,
    ...at,
    ...au,
    ...ca,
    ...cm,
    ...cp,
    ...ia,
    ...ir,
    ...ma,
    ...mp,
    ...pe,
    ...pl,
    ...pm,
    ...ps,
    ...pt,
    ...ra,
    ...sa,
    ...sc,
    ...si,
    ...sr,
  },
} as const satisfies Catalogue;
