import { defineCheck } from '../../src/judge/define-check.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { engineVersions, versionKey } from '../../src/collectors/rds/engine-versions.ts';
import { dbInstances } from '../../src/collectors/rds/instances.ts';

export default defineCheck({
  id: 'rds-engine-version-supported',
  title: 'RDS still offers the version of the engine that the database runs',
  severity: 'high',
  responsibility: 'rds.service-software-and-engine-patching',
  controls: {
    'nist-800-53-r5': servesNist('engines are some of the components', 'SA-22', 'SI-2'),
  },
  why: 'A version that AWS has taken back gets no fixes, and is upgraded at a time that you do not choose.',
  fix: 'Upgrade the instance to a version that is offered, after a test on a copy that was restored from a snapshot.',
  link: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
  remedy: {
    console:
      'RDS, Databases, the instance, Modify, DB engine version. The database is down meanwhile.',
    cli: `aws rds describe-db-engine-versions --engine ENGINE --engine-version VERSION --query 'DBEngineVersions[].ValidUpgradeTarget'
aws rds modify-db-instance --db-instance-identifier INSTANCE --engine-version NEW_VERSION --allow-major-version-upgrade`,
  },

  evaluates: dbInstances,
  needs: { versions: engineVersions },

  evaluate({ engine, engineVersion, variant }, { read, versions }) {
    if (variant === 'rds-custom') return notApplicable('the versions of RDS Custom are your own');
    const version = read(engineVersion);
    const key = versionKey(engine, version);
    const offered = versions.get(key);
    if (offered === undefined) throw new Error(`${key} was not asked for`);
    const status = read.find(offered, () => true);
    if (status === undefined) return fail(`RDS knows ${key} no more`);
    return status === 'deprecated' ? fail(`RDS has deprecated ${key}`) : pass(`RDS offers ${key}`);
  },
});
