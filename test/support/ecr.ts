import type { Repository } from '../../src/collectors/ecr/repositories.ts';
import { known } from './observe.ts';

/** A repository as ECR makes it where nothing is said. */
export function repository(set: Partial<Repository> = {}): Repository {
  const name = set.name ?? 'shop/api';
  return {
    arn: `arn:aws:ecr:eu-west-1:111122223333:repository/${name}`,
    type: 'AWS::ECR::Repository',
    name,
    region: 'eu-west-1',
    tags: known({ mode: 'MUTABLE', except: [] }),
    scansOnPush: known(false),
    ...set,
  };
}
