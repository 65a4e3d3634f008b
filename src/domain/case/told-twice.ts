interface Told {
  readonly type: string;
  readonly step: string | null;
  readonly at: string;
}

/** G-5: taking a case starts work on it in the same moment. Where people read, the start is left out then: it would read as one event told twice. */
export const toldOnce = <T extends Told>(entries: readonly T[]): readonly T[] =>
  entries.filter((entry, index) => {
    const before = entries[index - 1];
    return !(entry.step === 'start' && before?.type === 'assigned' && before.at === entry.at);
  });
