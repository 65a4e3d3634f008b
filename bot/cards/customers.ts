import { actingAs } from '../../src/app/cases/present.ts';
import { authorizeOpening, filesByDomain } from '../../src/domain/access/authorize.ts';
import type { ActsFor } from '../../src/domain/access/principal.ts';
import type { DeskId } from '../../src/domain/catalogue/desk.ts';
import { desks } from '../../src/domain/catalogue/desks.ts';
import { deskWords, words } from '../../src/domain/i18n/index.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, heading, text } from './card.ts';

const mostListed = 100;

/** CS-1, G-18: for whom, where a partner has a choice. */
export function customersCard(turn: Turn, desk: DeskId, customers: readonly ActsFor[], carried: { readonly from?: string }): AdaptiveCard {
  const { create, home } = words(turn.by.locale).bot;
  const { exception } = words(turn.by.locale).cases;
  const type = desks[desk].caseTypes.find(({ byDomain }) => byDomain);
  const own = authorizeOpening(turn.by, desk, null).ok ? [{ title: turn.by.tenantName, value: turn.by.tenantId }] : [];
  const listed = customers
    .slice(0, mostListed)
    .map(({ tenantId, name, reseller }) => ({ title: reseller ? create.through(name, reseller.name) : name, value: tenantId }));
  return card(turn, {
    speak: create.chooseCustomer,
    body: [
      heading(create.title),
      text(`${deskWords(turn.by.locale, desk).name} · ${create.chooseCustomer}`, { spacing: 'None' }),
      actingLine(actingAs(turn.by)),
      {
        type: 'Input.ChoiceSet',
        id: 'customer',
        label: create.customer,
        style: 'filtered',
        isRequired: true,
        errorMessage: create.chooseCustomer,
        choices: [...own, ...listed],
      },
      ...(customers.length > mostListed ? [text(create.moreCustomers, { isSubtle: true })] : []),
    ],
    buttons: [
      { title: create.customerGo, action: { do: 'create', desk, category: null, customer: null, ...carried } },
      ...(type && filesByDomain(turn.by, desk)
        ? [{ title: exception.title, action: { do: 'byDomain', caseType: type.id, ...carried }, inputs: 'none' } as const]
        : []),
      ...(turn.surface === 'chat' ? [{ title: home.back, action: { do: 'home' }, inputs: 'none' } as const] : []),
    ],
  });
}
