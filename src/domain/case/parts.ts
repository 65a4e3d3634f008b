import type { Case } from './case.ts';
import type { Happening } from './events.ts';

export interface CaseRef {
  readonly id: string;
  readonly number: string;
}

export interface Part extends CaseRef {
  readonly open: boolean;
}

/** PS-1: what a whole knows of its parts, and each part of its whole. */
interface Parts {
  readonly parts: readonly Part[];
  readonly partOf: CaseRef | null;
}

export type Parted = Extract<Happening, { type: 'partMade' | 'partOf' | 'partClosed' | 'partReopened' }>;

/** After news of a part, or of what it is a part of. */
export function withParts<S extends Parts>(state: S, { type, caseId: id, number }: Parted): S {
  switch (type) {
    case 'partMade':
      return { ...state, parts: [...state.parts, { id, number, open: true }] };
    case 'partOf':
      return { ...state, partOf: { id, number } };
    case 'partClosed':
    case 'partReopened':
      return { ...state, parts: state.parts.map((part) => (part.id === id ? { ...part, open: type === 'partReopened' } : part)) };
  }
}

/** PS-1: what is split stays open for as long as one of its parts is. */
export const partsOpen = ({ support }: Pick<Case, 'support'>): boolean => support?.parts.some(({ open }) => open) ?? false;
