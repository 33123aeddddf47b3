import { outcomes, type Outcome } from '../../src/report/model.ts';
import { outcomeLabel } from './labels.ts';
import { html, type Markup } from './markup.ts';

const meanings: Readonly<Record<Outcome, string>> = {
  fail: 'The configuration that was read does not meet the rule.',
  unknown: 'Something that the rule needs could not be read. It counts as not passed.',
  manual: 'No AWS API can tell. A person must look.',
  pass: 'The configuration that was read meets the rule.',
  'not-applicable': 'The rule has nothing to judge here, or does not concern this resource.',
  'out-of-scope': 'AWS or the organisation manages the resource.',
};

/** What the words of the report mean. */
export function terms(): Markup {
  return html`<section aria-labelledby="terms">
    <h2 id="terms">6. Terms</h2>
    <dl class="facts">
      ${outcomes.map(
        (outcome) =>
          html`<div>
            <dt>${outcomeLabel(outcome)}</dt>
            <dd>${meanings[outcome]}</dd>
          </div> `,
      )}
      <div>
        <dt>Latent</dt>
        <dd>
          The fault is there, but nothing uses the resource now. It is reported at a lower severity.
        </dd>
      </div>
      <div>
        <dt>Muted</dt>
        <dd>The owner accepted the finding, with a reason and an end date. It is still counted.</dd>
      </div>
      <div>
        <dt>&lt;U+202E&gt;</dt>
        <dd>A character in a name that cannot be seen, written out by its Unicode number.</dd>
      </div>
    </dl>
  </section> `;
}
