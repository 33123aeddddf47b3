/** Who answers for the report. What is typed into the page's form before printing stands here; else there is room to write. */
import type { ReportHead } from '../../../src/report/model.ts';
import { html, type Markup } from '../markup.ts';
import { time } from '../words.ts';

export function signOff({ scan }: ReportHead): Markup {
  return html`<p>
      This report says how the account was configured when it was read, from ${time(scan.startedAt)}
      to ${time(scan.finishedAt)}. It says nothing of the time before or after.
    </p>
    <table class="sign">
      <thead>
        <tr>
          <th scope="col"></th>
          <th scope="col">Name and function</th>
          <th scope="col">Date</th>
          <th scope="col">Signature</th>
        </tr>
      </thead>
      <tbody>
        ${signer('Prepared by', 'sign-prepared')}${signer('Reviewed by', 'sign-reviewed')}
      </tbody>
    </table>
    <table class="sign">
      <tbody>
        ${line('Period', 'sign-period')}${line('Purpose', 'sign-purpose')}
      </tbody>
    </table>`;
}

function signer(what: string, id: string): Markup {
  return html`<tr>
    <th scope="row">${what}</th>
    <td id="${id}"></td>
    <td></td>
    <td></td>
  </tr> `;
}

function line(what: string, id: string): Markup {
  return html`<tr>
    <th scope="row">${what}</th>
    <td id="${id}"></td>
  </tr> `;
}
