/** Every Security Hub CSPM control that is in use, by whether the Foundational Security Best Practices contain it. */
import { a } from './a.ts';
import { bToC } from './b-c.ts';
import { d } from './d.ts';
import { ecToEk } from './ec-ek.ts';
import { ec2 } from './ec2.ts';
import { elToEv } from './el-ev.ts';
import { fToI } from './f-i.ts';
import { kToQ } from './k-q.ts';
import { r } from './r.ts';
import { s } from './s.ts';
import { tToZ } from './t-z.ts';

export const fsbpControls = {
  ...a.fsbp,
  ...bToC.fsbp,
  ...d.fsbp,
  ...ec2.fsbp,
  ...ecToEk.fsbp,
  ...elToEv.fsbp,
  ...fToI.fsbp,
  ...kToQ.fsbp,
  ...r.fsbp,
  ...s.fsbp,
  ...tToZ.fsbp,
} as const;

export const otherControls = {
  ...a.others,
  ...bToC.others,
  ...d.others,
  ...ec2.others,
  ...ecToEk.others,
  ...elToEv.others,
  ...fToI.others,
  ...kToQ.others,
  ...r.others,
  ...s.others,
  ...tToZ.others,
} as const;
