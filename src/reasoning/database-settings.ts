/** Verdicts on databases that checks of RDS, Aurora, Neptune and DocumentDB share. */
import { fail, pass, type Verdict } from '../judge/verdict.ts';

/** A setting that is on or off, by the name of its member. */
export function judgeSetting(isOn: boolean, member: string): Verdict {
  const fact = `${member} is ${isOn}`;
  return isOn ? pass(fact) : fail(fact);
}

/** @param days for which automated backups are kept; 0 where there are none */
export function judgeRetention(days: number, minDays: number): Verdict {
  if (days === 0) return fail('automated backups are off (BackupRetentionPeriod is 0)');
  const retention = `backup retention in days: ${days}`;
  return days >= minDays ? pass(retention) : fail(`${retention}, less than ${minDays}`);
}

/** @param exported kinds of logs that CloudWatch Logs is sent */
export function judgeExports(exported: readonly string[], wanted: readonly string[]): Verdict {
  const missing = wanted.filter((kind) => !exported.includes(kind));
  if (missing.length === 0) return pass(`CloudWatch Logs is sent: ${wanted.join(', ')}`);
  return fail(`CloudWatch Logs is not sent: ${missing.join(', ')}`);
}

interface Snapshot {
  readonly engine: string;
  readonly canBePublic: boolean;
}

/** @param restorers asks who may restore the snapshot: account ids, or `all` */
export function judgeSharing(
  { engine, canBePublic }: Snapshot,
  restorers: () => readonly string[],
): Verdict {
  if (!canBePublic) {
    return pass('it is encrypted with a KMS key, and such snapshots cannot be public');
  }
  const accounts = restorers();
  if (accounts.includes('all'))
    return fail(`every AWS account may restore this ${engine} snapshot`);
  if (accounts.length === 0) return pass('it is shared with nobody');
  return pass(`it is shared with named accounts only (${accounts.length})`);
}
