/** What stands in the place of the page until there is one: `#waiting` in `index.html`, so that it needs no script to be seen. */
const waiting = (): HTMLElement | null => document.getElementById('waiting');

export function showWaiting(shown: boolean): void {
  const place = waiting();
  if (place) place.hidden = !shown;
}

/** Says to a screen reader that the page comes. */
export function sayWaiting(loading: string): void {
  const status = waiting()?.querySelector('[role=status]');
  if (status) status.textContent = loading;
}
