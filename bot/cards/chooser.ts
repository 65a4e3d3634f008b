import { actingAs } from '../../src/app/cases/present.ts';
import type { Category } from '../../src/domain/catalogue/desk.ts';
import { desks } from '../../src/domain/catalogue/desks.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, heading, press, subtle, text } from './card.ts';

/** PN-6: what can be asked for, one line each, and PN-16: what is answered elsewhere. In a channel the form opens as a dialog. */
export function chooserCard(turn: Turn, category: Category): AdaptiveCard {
  const { bot, cases } = words(turn.by.locale);
  const other: Category = category === 'newRequest' ? 'generalEnquiry' : 'newRequest';
  const dialog = turn.place === 'group' && turn.surface === 'chat' ? ({ dialog: true } as const) : {};
  return card(turn, {
    speak: `${bot.create.title}. ${bot.create.choose}`,
    body: [
      heading(bot.create.title),
      text(`${cases.categories[category]} · ${bot.create.choose}`, { spacing: 'None' }),
      actingLine(actingAs(turn.by)),
      ...Object.values(desks).flatMap((desk) => {
        const own = words(turn.by.locale).desks[desk.id];
        return desk.caseTypes
          .filter((type) => type.category === category)
          .map(({ id }) => {
            const name = own.caseTypes[id as keyof typeof own.caseTypes];
            return entry(
              name.name,
              `${name.about} ${category === 'newRequest' ? name.ready : ''}`.trim(),
              press(turn, {
                title: name.name,
                action: { do: 'begin', caseType: id },
                inputs: 'none',
                ...dialog,
              }),
            );
          });
      }),
      text(bot.create.elsewhere, { weight: 'Bolder', spacing: 'Large' }),
      ...Object.values(desks).flatMap((desk) => {
        const own = words(turn.by.locale).desks[desk.id].elsewhere;
        return desk.elsewhere.map(({ id, url }) => {
          const subject = own[id as keyof typeof own];
          return entry(subject.name, subject.about, { type: 'Action.OpenUrl', title: subject.go, url });
        });
      }),
    ],
    evenly: true,
    buttons: [
      { title: bot.create.other[other], action: { do: 'create', category: other } },
      ...(turn.surface === 'chat' ? [{ title: bot.home.back, action: { do: 'home' } } as const] : []),
    ],
  });
}

const entry = (name: string, about: string, selectAction: CardElement): CardElement => ({
  type: 'Container',
  separator: true,
  spacing: 'Small',
  items: [text(name, { weight: 'Bolder', color: 'Accent' }), subtle(about)],
  selectAction,
});
