import { actingAs } from '../../src/app/cases/present.ts';
import type { HealthView } from '../../src/app/health/health.ts';
import { customersAt, filesByDomain } from '../../src/domain/access/authorize.ts';
import { type Category, categories, type Desk, type DeskId } from '../../src/domain/catalogue/desk.ts';
import { desks } from '../../src/domain/catalogue/desks.ts';
import { caseTypeWords, deskWords, elsewhereWords, words } from '../../src/domain/i18n/index.ts';
import type { CardElement } from '../../src/forms/card.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, type Button, card, heading, press, quoted, subtle, text } from './card.ts';
import { customersCard } from './customers.ts';
import { healthLines } from './health.ts';

/** What somebody chose so far; what is `null` is still to be chosen, where there is a choice. */
export interface Chosen {
  readonly desk: DeskId | null;
  readonly category: Category | null;
  /** The tenant it is for; one's own too where there is a choice. */
  readonly customer: string | null;
}

/** G-14: the message in Teams whose text goes into the form. */
export interface CarriedMessage {
  readonly from: string;
  readonly title: string;
}

/** G-3: the desk first, where there are several, then what it is about. */
export function chooserCard(
  turn: Turn,
  open: readonly DeskId[],
  chosen: Chosen,
  more: { readonly carried?: CarriedMessage | undefined; readonly health?: HealthView | undefined } = {},
): AdaptiveCard {
  const { carried, health } = more;
  const desk = chosen.desk ?? (open.length === 1 ? open[0] : undefined);
  if (!desk) return desksCard(turn, open, carried);
  const customers = customersAt(turn.by, desk);
  if (customers.length > 0 && chosen.customer === null) return customersCard(turn, desk, customers, named(carried));
  return typesCard(turn, desks[desk], { ...chosen, otherDesks: open.length > 1, carried, health });
}

function desksCard(turn: Turn, open: readonly DeskId[], carried: CarriedMessage | undefined): AdaptiveCard {
  const { bot } = words(turn.by.locale);
  return card(turn, {
    speak: `${bot.create.title}. ${bot.create.chooseDesk}`,
    body: [
      heading(bot.create.title),
      text(bot.create.chooseDesk, { spacing: 'None' }),
      actingLine(actingAs(turn.by)),
      ...carriedLine(turn, carried),
      ...open.map((desk) => {
        const { name, about } = deskWords(turn.by.locale, desk);
        return entry(
          name,
          about,
          press(turn, { title: name, action: { do: 'create', desk, category: null, customer: null, ...named(carried) } }),
        );
      }),
    ],
    evenly: true,
    buttons: home(turn),
  });
}

interface Shown extends Omit<Chosen, 'desk'> {
  readonly otherDesks: boolean;
  readonly carried: CarriedMessage | undefined;
  readonly health: HealthView | undefined;
}

/** PN-6: what can be asked for, one line each, and PN-16: what is answered elsewhere. In a channel the form opens as a dialog. */
function typesCard(turn: Turn, desk: Desk, { category: wanted, customer, otherDesks, carried, health }: Shown): AdaptiveCard {
  const { bot, cases } = words(turn.by.locale);
  const offered = categories.filter((category) => desk.caseTypes.some((type) => type.category === category));
  const category = wanted && offered.includes(wanted) ? wanted : offered[0];
  const dialog = turn.place === 'group' && turn.surface === 'chat' ? ({ dialog: true } as const) : {};
  return card(turn, {
    speak: `${bot.create.title}. ${bot.create.choose}`,
    body: [
      heading(bot.create.title),
      text(
        [deskWords(turn.by.locale, desk.id).name, category && cases.categories[category], bot.create.choose].filter(Boolean).join(' · '),
        {
          spacing: 'None',
        },
      ),
      actingLine(actingAs(turn.by, customersAt(turn.by, desk.id).find(({ tenantId }) => tenantId === customer)?.name)),
      ...carriedLine(turn, carried),
      ...(health ? healthLines(turn, health) : []),
      ...desk.caseTypes
        .filter((type) => type.category === category)
        .map(({ id }) => {
          const { name, about, ready } = caseTypeWords(turn.by.locale, desk.id, id);
          const action = { do: 'begin', caseType: id, onBehalfOf: customer, ...named(carried) } as const;
          return entry(
            name,
            `${about} ${category === 'generalEnquiry' ? '' : ready}`.trim(),
            press(turn, { title: name, action, inputs: 'none', ...dialog }),
          );
        }),
      ...byDomainEntry(turn, desk, customer, carried),
      ...(desk.elsewhere.length > 0 ? [text(bot.create.elsewhere, { weight: 'Bolder', spacing: 'Large' })] : []),
      ...desk.elsewhere.map(({ id, url, publishers }) => {
        const { name, about, go } = elsewhereWords(turn.by.locale, id);
        // CS-7: whoever begins it is told whom to ask.
        const asked =
          publishers && press(turn, { title: go, action: { do: 'begin', caseType: id, onBehalfOf: null }, inputs: 'none', ...dialog });
        return entry(name, about, asked ?? { type: 'Action.OpenUrl', title: go, url });
      }),
    ],
    evenly: true,
    buttons: [
      ...offered
        .filter((one) => one !== category)
        .map(
          (other) =>
            ({
              title: bot.create.other[other],
              action: { do: 'create', desk: desk.id, category: other, customer, ...named(carried) },
            }) as const,
        ),
      ...(otherDesks
        ? [
            {
              title: bot.create.otherDesks,
              action: { do: 'create', desk: null, category: null, customer: null, ...named(carried) },
            } as const,
          ]
        : []),
      ...home(turn),
    ],
  });
}

const named = (carried: CarriedMessage | undefined) => (carried ? { from: carried.from } : {});

function carriedLine({ by }: Turn, carried: CarriedMessage | undefined): readonly CardElement[] {
  if (!carried) return [];
  const { extension } = words(by.locale);
  return [subtle(carried.title === '' ? extension.fromWithoutText : extension.from(quoted(carried.title, 120)), { spacing: 'Small' })];
}

/** CS-3: where nobody is chosen yet, a customer without a relationship can be named. */
function byDomainEntry(turn: Turn, { id, caseTypes }: Desk, customer: string | null, carried: CarriedMessage | undefined) {
  const type = caseTypes.find(({ byDomain }) => byDomain);
  if (!type || !filesByDomain(turn.by, id) || (customer !== null && customer !== turn.by.tenantId)) return [];
  const { title, about } = words(turn.by.locale).cases.exception;
  return [entry(title, about, press(turn, { title, action: { do: 'byDomain', caseType: type.id, ...named(carried) }, inputs: 'none' }))];
}

const home = (turn: Turn): readonly Button[] =>
  turn.surface === 'chat' ? [{ title: words(turn.by.locale).bot.home.back, action: { do: 'home' } }] : [];

const entry = (name: string, about: string, selectAction: CardElement): CardElement => ({
  type: 'Container',
  separator: true,
  spacing: 'Small',
  items: [text(name, { weight: 'Bolder', color: 'Accent' }), subtle(about)],
  selectAction,
});
