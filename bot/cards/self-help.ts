import { actingAs } from '../../src/app/cases/present.ts';
import { customersAt } from '../../src/domain/access/authorize.ts';
import { findCaseType } from '../../src/domain/catalogue/desks.ts';
import { endings, selfHelpLinks } from '../../src/domain/catalogue/self-help.ts';
import { words } from '../../src/domain/i18n/index.ts';
import type { ActionOf } from '../actions.ts';
import type { Turn } from '../turn.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { actingLine, card, heading, subtle, text } from './card.ts';

/** CS-10: what a request for a customer begins with; it may end here, or go on to what was pressed. */
export function selfHelpCard(turn: Turn, pressed: ActionOf<'begin'> | ActionOf<'byDomain'>): AdaptiveCard {
  const { by } = turn;
  const { selfHelp: says, bot } = words(by.locale);
  const found = findCaseType(pressed.caseType);
  const onBehalfOf = pressed.do === 'begin' ? pressed.onBehalfOf : null;
  const customer = found && customersAt(by, found.desk.id).find(({ tenantId }) => tenantId === onBehalfOf);
  return card(turn, {
    speak: says.title,
    body: [
      heading(says.title),
      text(says.about, { spacing: 'None' }),
      actingLine(actingAs(by, customer?.name)),
      ...(found?.caseType.selfHelp ?? []).map((id) => ({
        type: 'Container',
        separator: true,
        spacing: 'Small',
        items: [text(says.links[id], { weight: 'Bolder', color: 'Accent' })],
        selectAction: { type: 'Action.OpenUrl', title: says.links[id], url: selfHelpLinks[id] },
      })),
      subtle(says.otherwise, { separator: true, spacing: 'Medium' }),
    ],
    buttons: [
      { title: says.outcomes.notSolved, action: { ...pressed, selfHelp: 'notSolved' } },
      ...endings.map(
        (outcome) =>
          ({ title: says.outcomes[outcome], action: { do: 'endSelfHelp', caseType: pressed.caseType, onBehalfOf, outcome } }) as const,
      ),
      ...(turn.surface === 'chat' ? [{ title: bot.home.back, action: { do: 'home' } } as const] : []),
    ],
  });
}
