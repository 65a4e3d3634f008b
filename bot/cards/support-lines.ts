import type { CaseView, PartView } from '../../src/app/views.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import { literal } from '../../src/forms/card-text.ts';
import type { Turn } from '../turn.ts';
import { quoted, row, subtle, text } from './card.ts';

/** PS-1: of an incident that is split, is to be, or is a part: each part on a line that opens it. */
export function supportLines(turn: Turn, { support }: CaseView): readonly CardElement[] {
  if (!support) return [];
  const says = words(turn.by.locale).support;
  const { split, parts, partOf } = support;
  return [
    ...(split
      ? [text(`${literal(says.split)} (${literal(says.splitWaits[split.yours ? 'you' : split.waitsFor])})`, { weight: 'Bolder' })]
      : []),
    ...(split ? split.titles.map((title) => text(`– ${quoted(title, 200)}`, { spacing: 'None' })) : []),
    ...(parts.length > 0 ? [text(literal(says.parts), { weight: 'Bolder' })] : []),
    ...parts.map((part) => partLine(turn, part, says.part[part.open ? 'open' : 'closed'])),
    ...(parts.some(({ open }) => open) ? [subtle(says.partsOpen)] : []),
    ...(partOf ? [partLine(turn, partOf, says.partOf, true)] : []),
  ];
}

function partLine(turn: Turn, { id, number, title }: PartView, word: string, first = false): CardElement {
  const named = [literal(number), ...(title ? [quoted(title, 100)] : [])].join(' · ');
  const line = text(first ? `${literal(word)} ${named}` : `${named} · ${literal(word)}`, { size: 'Small', ...(id && { color: 'Accent' }) });
  return id ? row(turn, [line], { title: number, action: { do: 'case', caseId: id } }) : line;
}
