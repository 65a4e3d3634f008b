import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import type { Plugin } from 'vite';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
type Token = keyof Theme;

/** Fills `tab/styles/themes.css`, so that no script has to put Teams' themes together where the page starts. */
export function themesAsStyle(): Plugin {
  return {
    name: 'themes-as-style',
    transform: (_, id) => (id.endsWith('/tab/styles/themes.css') ? { code: themeStyle(), map: null } : null),
    enforce: 'pre',
  };
}

/** Fluent's tokens as variables: those that all themes share once, the others for each `data-theme`. */
function themeStyle(): string {
  const tokens = Object.keys(teamsLightTheme) as Token[];
  const all = Object.values(themes);
  const isShared = (token: Token) => all.every((theme) => theme[token] === teamsLightTheme[token]);
  const rule = (selector: string, theme: Theme, wanted: (token: Token) => boolean) =>
    `${selector}{${tokens
      .filter(wanted)
      .map((token) => `--${token}:${theme[token]}`)
      .join(';')}}`;
  return [
    rule('html', teamsLightTheme, isShared),
    ...Object.entries(themes).map(([name, theme]) => rule(`html[data-theme="${name}"]`, theme, (token) => !isShared(token))),
  ].join('\n');
}
