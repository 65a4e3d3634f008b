import { plural } from './plural.ts';

/** A case on paper. */
export const tabPrint = {
  print: {
    print: 'Print',
    back: 'Back to the case',
    withInternal: 'With what is internal',
    internalTitle: 'With internal notes: not to be passed on',
    internal: 'INTERNAL',
    gathering: 'Gathering the timeline…',
    left: (count: number) => plural(count, '1 earlier entry is left out.', 'earlier entries are left out.'),
    madeBy: (who: string, when: string, zone: string) => `Printed by ${who}, ${when}. Times are those of ${zone}.`,
  },
};
