/** Whether a load balancer outlives the loss of an Availability Zone. */
import { fail, pass, type Verdict } from '../judge/verdict.ts';

export function enoughZones(zones: number, minZones: number): Verdict {
  const where = `Availability Zones in which it stands: ${zones}`;
  return zones >= minZones ? pass(where) : fail(`${where}, fewer than ${minZones}`);
}
