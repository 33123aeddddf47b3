/**
 * What runs in the page while it is measured, as text: these files are not compiled for browsers. Times are milliseconds, and
 * end when the frame was painted that shows what was asked for.
 */

/** Before the page: notes when it is usable, when all of it is there, and which task kept it from answering the longest. */
export const watch = `
  window.bench = { usable: 0, rows: 0, whole: 0, longest: 0 };
  window.bench.painted = () =>
    new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(async () => {
    const { ready } = document.documentElement.dataset;
    if (ready === 'findings' && bench.usable === 0) {
      bench.usable = -1;
      bench.usable = await bench.painted();
      bench.rows = document.querySelectorAll('#explorer [role=row] button').length;
    }
    if (ready === 'all') bench.whole = await bench.painted();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
`;

/** Sets a field of the form over the findings as its reader does, and waits for the answer; gives how long it took. */
export function choosing(field: string, value: string): string {
  const event = field === 'filter-search' ? 'input' : 'change';
  return `(() => {
    const field = document.getElementById(${JSON.stringify(field)});
    const status = document.querySelector('#explorer [role=status]');
    const from = performance.now();
    return new Promise((done) => {
      const observer = new MutationObserver(async () => {
        observer.disconnect();
        done(await bench.painted() - from);
      });
      observer.observe(status, { childList: true, characterData: true, subtree: true });
      field.value = ${JSON.stringify(value)};
      field.dispatchEvent(new Event('${event}', { bubbles: true }));
    });
  })()`;
}

/** The fields with which findings are chosen, put in order and in groups, each with what can be chosen. */
export const fields = `[...document.querySelectorAll('#explorer select')].map((field) => [
  field.id, field.value, [...field.options].map(({ value }) => value)])`;

export const status = `document.querySelector('#explorer [role=status]').textContent`;

export const watched = `(({ usable, rows, whole, longest }) => ({ usable, rows, whole, longest }))(bench)`;
