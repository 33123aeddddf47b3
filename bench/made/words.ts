/** What people of a company call their things. */
import type { Dice } from './dice.ts';

const teams =
  'billing catalog checkout claims data edge fraud identity ingest inventory ledger media mobile orders partner payments platform pricing reports risk search security shipping support web'.split(
    ' ',
  );
const things =
  'api archive audit backup batch cache consumer cron dashboard deploy events export feed gateway index jobs logs metrics migration notifier proxy queue renderer replica scheduler sessions stream sync uploads warehouse webhook worker'.split(
    ' ',
  );
const stages = ['prod', 'prod', 'prod', 'staging', 'dev', 'test', 'sandbox'];
const styles = ['{stage}-{team}-{thing}', '{team}-{thing}-{stage}', 'acme-{team}-{thing}-{stage}'];

/** A name such as `prod-billing-worker-17`; some names are given twice, as people do. */
export function wordsOf(dice: Dice): string {
  const name = dice
    .pick(styles)
    .replace('{stage}', dice.pick(stages))
    .replace('{team}', dice.pick(teams))
    .replace('{thing}', dice.pick(things));
  return dice.percent(60) ? `${name}-${dice.below(200)}` : name;
}
