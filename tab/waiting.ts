/** What stands in the place of the page until there is one: it is in `index.html`, so that it needs no script to be seen. */
const waiting = document.getElementById('waiting');

export function showWaiting(shown: boolean): void {
  if (shown && waiting) document.body.prepend(waiting);
  else waiting?.remove();
}

/** Says to a screen reader that the page comes. */
export function sayWaiting(loading: string): void {
  const status = waiting?.querySelector('[role=status]');
  if (status) status.textContent = loading;
}
