/** Secrets of Secrets Manager as the collector gives them, for tests of checks. */
import type { Secret } from '../../src/collectors/secrets-manager/secrets.ts';
import { daysAgo } from './check-tester.ts';
import { known } from './observe.ts';

/** A secret that is read each day and rotates every 30, but for the given fields. */
export function secret(fields: Partial<Secret> = {}): Secret {
  return {
    arn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-a1b2c3',
    type: 'AWS::SecretsManager::Secret',
    name: 'orders',
    region: 'eu-west-1',
    owner: null,
    replicaOf: known(null),
    created: known(daysAgo(400)),
    lastRead: known(daysAgo(1)),
    rotation: known({ dueBy: known(daysAgo(-20)), everyDays: known(30) }),
    lastRotated: known(daysAgo(10)),
    ...fields,
  };
}

export const ofRds = secret({ owner: 'rds', rotation: known(null), lastRotated: known(null) });
export const copy = secret({
  replicaOf: known('eu-central-1'),
  rotation: known(null),
  lastRead: known(null),
  lastRotated: known(null),
});
