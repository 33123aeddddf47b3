/**
 * Finds the report to compare with: the path that `baseline` says or, for `baseline: artifact`, the newest artifact of the same
 * name that a run on the default branch left. Tells the path, or the run whose artifact the next step fetches.
 */
import { existsSync } from 'node:fs';
import { call, event, member } from './github.ts';
import { ActionError, input, main, notice, output } from './runner.ts';

await main(async () => {
  const baseline = input('baseline');
  if (baseline !== 'artifact') {
    if (!existsSync(baseline)) throw new ActionError(`baseline: there is no file ${baseline}`);
    output('path', baseline);
    return;
  }
  const run = await newestRun();
  if (run === undefined) {
    notice('notice', 'no run on the default branch has left a report yet, so nothing is compared');
    return;
  }
  output('run-id', String(run));
});

/** A fork may have a branch of the same name, and its artifacts are in the same list. */
async function newestRun(): Promise<number | undefined> {
  const { status, body } = await call(
    'GET',
    `actions/artifacts?per_page=100&name=${encodeURIComponent(input('name'))}`,
  );
  const artifacts = member(body, 'artifacts');
  if (status !== 200 || !Array.isArray(artifacts)) {
    throw new ActionError(
      `GitHub did not list the artifacts (${status}): the job needs the permission "actions: read"`,
    );
  }
  const branch = member(event(), 'repository', 'default_branch') ?? (await defaultBranch());
  for (const artifact of artifacts) {
    const run = member(artifact, 'workflow_run');
    const id = member(run, 'id');
    const own = member(run, 'repository_id');
    if (typeof id !== 'number' || typeof own !== 'number') continue;
    if (member(artifact, 'expired') !== false || member(run, 'head_branch') !== branch) continue;
    if (member(run, 'head_repository_id') === own) return id;
  }
  return undefined;
}

async function defaultBranch(): Promise<unknown> {
  const { status, body } = await call('GET', '');
  const branch = member(body, 'default_branch');
  if (status === 200 && typeof branch === 'string') return branch;
  throw new ActionError(`GitHub did not tell the default branch (${status})`);
}
