/**
 * Runs before the parts of the page are read, so that the browser lays out none that is not to be seen: with the script one
 * part is shown at a time (views.ts). Which one is known when all of it is there; until then it is the summary, or none.
 */
const { documentElement } = document;
documentElement.classList.add('script');
if (!/^(?:#summary)?$/.test(location.hash)) documentElement.classList.add('elsewhere');
