/** Gives the focus to an element that may only be drawn in a moment. Where it never comes, the content gets it: focus is never lost. */
export function focusSoon(selector: string, tries = 30): void {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.offsetParent !== null);
  if (found) found.focus();
  else if (tries > 0) requestAnimationFrame(() => focusSoon(selector, tries - 1));
  else document.getElementById('content')?.focus();
}
