/** AG-3: what a saved reply leaves open until it is put into a case, in the order in which it is offered. Nothing else may stand in `{{ }}`. */
export const placeholders = [
  'caseNumber',
  'title',
  'caseType',
  'requesterFirstName',
  'organisation',
  'engineerName',
  'deskName',
  'dueTime',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** As it is written in a text. */
export const written = (placeholder: Placeholder): string => `{{${placeholder}}}`;

const marked = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);

/** What stands in `{{ }}` and is none of them, each once. */
export const unknownPlaceholders = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(marked)].flatMap(([, name = '']) => (isPlaceholder(name) ? [] : [name]))),
];

export interface Filled {
  readonly text: string;
  /** What this case has no value for, each once; in the text stands what `leftOpen` says. */
  readonly open: readonly Placeholder[];
}

/** Puts a case's values in. In one pass: what stands in a value is never taken for a placeholder itself. */
export function fill(
  text: string,
  values: Readonly<Record<Placeholder, string | null>>,
  leftOpen: (placeholder: Placeholder) => string,
): Filled {
  const open = new Set<Placeholder>();
  const filled = text.replace(marked, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole;
    const value = values[name];
    if (value !== null) return value;
    open.add(name);
    return leftOpen(name);
  });
  return { text: filled, open: [...open] };
}

/** `Vance, Adele` and `Adele Vance` are both Adele; `null` for somebody without a name. */
export function firstNameOf(name: string): string | null {
  const [family = '', given] = name.split(',');
  return (given ?? family).trim().split(/\s+/)[0] || null;
}
