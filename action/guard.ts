/**
 * Refuses to go on where everybody would see the report. Artifacts, job summaries and comments of a public repository are for
 * the whole world, and the report says where an account is weak.
 */
import { call, event, member } from './github.ts';
import { ActionError, flag, main } from './runner.ts';

await main(async () => {
  if (flag('allow-public')) return;
  const visibility = member(event(), 'repository', 'visibility') ?? (await asked());
  if (visibility === 'private' || visibility === 'internal') return;
  throw new ActionError(
    visibility === 'public'
      ? 'this repository is public, so everybody could read what is wrong in the account: scan from a private one, or set allow-public to true'
      : 'it cannot be told whether this repository is public, so the report is not written into it: set allow-public to true if everybody may read it',
  );
});

/** A scheduled run is not told of its repository. */
async function asked(): Promise<unknown> {
  const { status, body } = await call('GET', '');
  return status === 200 ? member(body, 'visibility') : undefined;
}
