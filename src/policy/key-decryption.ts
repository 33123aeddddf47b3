/** Identity policies that let their holder decrypt with every KMS key. */
import { coversEvery, globsOf, resourcesOf, setTouches } from './coverage.ts';
import { denialBy } from './denies.ts';
import type { Policy, Statement } from './document.ts';
import { listed, statementLabel } from './text.ts';
import { type Work, workUpTo } from './work.ts';

/** The actions with which data is made readable: Security Hub, KMS.1 and KMS.2, blockedActionsPatterns. */
const DECRYPTION = ['kms:decrypt', 'kms:reencryptfrom'] as const;

const NAMES: Readonly<Record<(typeof DECRYPTION)[number], string>> = {
  'kms:decrypt': 'kms:Decrypt',
  'kms:reencryptfrom': 'kms:ReEncryptFrom',
};

/**
 * Finds the Allow statements that give decryption with every key, be it of one account and Region. Conditions are not
 * looked at (Security Hub, KMS.1). A Deny of the same policy takes back what it covers if it has no condition. Each reason
 * names one statement.
 */
export function readKeyDecryption(policy: Policy, work: Work = workUpTo()): readonly string[] {
  const denies = policy.statements.filter(
    ({ effect, conditions }) => effect === 'Deny' && conditions.length === 0,
  );
  const denial = denialBy(denies, work);
  return policy.statements
    .filter((statement) => statement.effect === 'Allow' && reachesEveryKey(statement))
    .flatMap((statement) => {
      if (!DECRYPTION.some((action) => setTouches(statement.actions, action))) return [];
      const left = denial.of(statement);
      const given = DECRYPTION.filter((action) => left.has(action)).map((action) => NAMES[action]);
      if (given.length === 0) return [];
      return [`${statementLabel(statement)} allows ${listed(given)} with every KMS key`];
    });
}

function reachesEveryKey(statement: Statement): boolean {
  const resources = resourcesOf(statement);
  const globs = globsOf(resources);
  return resources.mode === 'only' ? globs.some(everyKey) : !globs.some(everyKey);
}

const everyKey = (glob: string) => coversEvery(glob, 'kms', 'key/?*');
