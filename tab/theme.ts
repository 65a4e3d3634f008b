export type Theme = 'light' | 'dark' | 'contrast';

/** Teams' names of themes. */
export function themeOf(name: string): Theme {
  return name === 'dark' || name === 'contrast' ? name : 'light';
}

const contrast = () => window.matchMedia('(forced-colors: active)');
const dark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** What the browser itself is set to. */
export function preferredTheme(): Theme {
  if (contrast().matches) return 'contrast';
  return dark().matches ? 'dark' : 'light';
}

export function onPreferredTheme(changed: (theme: Theme) => void): void {
  for (const query of [contrast(), dark()]) query.addEventListener('change', () => changed(preferredTheme()));
}

/** The page's style sheet has the colours of each. */
export function wear(theme: Theme): void {
  const { dataset } = document.documentElement;
  // The same again would have the browser look at the style of everything.
  if (dataset['theme'] !== theme) dataset['theme'] = theme;
}
