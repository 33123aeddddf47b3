import { outcomes, type Outcome } from '../../src/report/model.ts';
import { glossary } from '../../src/text/glossary.ts';
import { outcomeLabel } from './labels.ts';
import { html, type Markup } from './markup.ts';

/** What each outcome means; docs/glossary.md has the same sentences. */
export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  fail: 'The configuration that was read does not meet the rule.',
  unknown: 'Something that the rule needs could not be read. It counts as not passed.',
  manual: 'No AWS API can tell. A person must look.',
  pass: 'The configuration that was read meets the rule.',
  'not-applicable': 'The rule has nothing to judge here, or does not concern this resource.',
  'out-of-scope': 'AWS or the organisation manages the resource.',
};

/** What the words of the report mean. */
export function terms(): Markup {
  return html`<section class="view" id="terms" aria-labelledby="terms-title">
    <h2 id="terms-title">Terms</h2>
    <dl class="facts">
      ${outcomes.map(
        (outcome) =>
          html`<div>
            <dt>${outcomeLabel(outcome)}</dt>
            <dd>${outcomeMeanings[outcome]}</dd>
          </div> `,
      )}
      ${glossary.map(
        ({ word, meaning }) =>
          html`<div>
            <dt>${word}</dt>
            <dd>${meaning}</dd>
          </div> `,
      )}
      <div>
        <dt>&lt;U+202E&gt;</dt>
        <dd>A character in a name that cannot be seen, written out by its Unicode number.</dd>
      </div>
    </dl>
  </section> `;
}
