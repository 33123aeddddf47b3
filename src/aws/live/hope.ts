/** Whether any further call can succeed. */
import { type Fault, faultClassOf } from '../faults.ts';

export interface Hope {
  answered(): void;
  /** Takes in what a service said; true when it, with what others said, means that the credentials are at their end. */
  isLost(service: string, fault: Fault): boolean;
}

/** One service that calls a session ended while others answer is at fault itself. */
const agreeing = 2;

export function createHope(): Hope {
  const sayExpired = new Set<string>();
  return {
    answered: () => {
      sayExpired.clear();
    },
    isLost: (service, fault) => {
      const is = faultClassOf(fault);
      if (is === 'no-credentials') return true;
      if (is !== 'expired') return false;
      sayExpired.add(service);
      return sayExpired.size >= agreeing;
    },
  };
}
