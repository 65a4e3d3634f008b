import { useEffect, useRef } from 'react';

export type Shortcut = 'search' | 'create' | 'next' | 'previous' | 'back' | 'help';

const keys: Readonly<Record<string, Shortcut>> = {
  '/': 'search',
  c: 'create',
  j: 'next',
  k: 'previous',
  Escape: 'back',
  '?': 'help',
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
}

/**
 * What a key asks for. Letters belong to whoever is typing; Escape leaves a field first.
 *
 * @param typing whether a field has the focus
 * @param single whether single keys are wanted: people who dictate turn them off
 */
export function shortcutOf(pressed: Pressed, typing: boolean, single: boolean): Shortcut | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.defaultPrevented || typing) return undefined;
  const shortcut = Object.hasOwn(keys, pressed.key) ? keys[pressed.key] : undefined;
  return single || shortcut === 'back' ? shortcut : undefined;
}

const fields = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';

export function useShortcuts(act: (shortcut: Shortcut) => boolean, single: boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      const shortcut = shortcutOf(event, target?.matches(fields) ?? false, single);
      if (shortcut && latest.current(shortcut)) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [single]);
}

const setting = 'case-desk.single-keys';

/** Kept on this machine; a browser that keeps nothing has them on. */
export const singleKeys = {
  read(): boolean {
    try {
      return window.localStorage.getItem(setting) !== 'off';
    } catch {
      return true;
    }
  },
  write(on: boolean): void {
    try {
      window.localStorage.setItem(setting, on ? 'on' : 'off');
    } catch {
      // It then holds until the page is closed.
    }
  },
};
