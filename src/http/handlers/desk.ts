import { affections, feedbackOf, giveFeedback } from '../../app/cases/feedback.ts';
import { engineersFor } from '../../app/cases/queries.ts';
import type { Deps } from '../../app/deps.ts';
import { healthFor } from '../../app/health/health.ts';
import { customersFor } from '../../app/partners/customers.ts';
import { endSelfHelp } from '../../app/partners/self-help.ts';
import { authorizeOpening, customersAt, desksFor, filesByDomain } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Desk } from '../../domain/catalogue/desk.ts';
import { desks } from '../../domain/catalogue/desks.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { askedOf } from '../../domain/catalogue/publishers.ts';
import { selfHelpBefore, selfHelpLinks } from '../../domain/catalogue/self-help.ts';
import { caseTypeWords, words } from '../../domain/i18n/index.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract.ts';
import { subjectOf } from '../problem.ts';
import type { CaseTypeView, Catalogue, DeskView } from '../schemas/desk.ts';

const timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

export const deskHandlers: Pick<
  Handlers,
  'getCatalogue' | 'listEngineers' | 'listCustomers' | 'getHealth' | 'endSelfHelp' | 'giveFeedback' | 'listFeedback'
> = {
  getCatalogue: async ({ deps, by }) => ok({ status: 200, body: catalogueFor(deps, by) }),
  listEngineers: async ({ deps, by, params }) => {
    const desk = desksFor(by).find((id) => id === params.desk);
    if (!desk) return refuse({ code: 'notFound' });
    const engineers = await engineersFor(deps, by, desk);
    return engineers.ok ? ok({ status: 200, body: { items: [...engineers.value] } }) : engineers;
  },
  listCustomers: async ({ deps, by, params, query }) => {
    const desk = desksFor(by).find((id) => id === params.desk);
    return desk ? ok({ status: 200, body: { items: [...(await customersFor(deps, by, desk, query.q))] } }) : refuse({ code: 'notFound' });
  },
  getHealth: async ({ deps, by, params }) => {
    const desk = desksFor(by).find((id) => id === params.desk);
    const health = desk ? await healthFor(deps, by, desk) : refuse({ code: 'notFound' } as const);
    return health.ok ? ok({ status: 200, body: health.value }) : health;
  },
  endSelfHelp: async ({ deps, by, params, body: { caseType, onBehalfOf = null, outcome } }) => {
    if (!desksFor(by).some((id) => id === params.desk && desks[id].caseTypes.some((type) => type.id === caseType)))
      return refuse({ code: 'notFound' });
    const ended = await endSelfHelp(deps, by, { caseType, onBehalfOf, outcome });
    return ended.ok ? ok({ status: 204 }) : ended;
  },
  giveFeedback: async ({ deps, by, body }) => {
    const given = await giveFeedback(deps, by, body);
    return given.ok ? ok({ status: 201, body: given.value }) : given;
  },
  listFeedback: async ({ deps, by }) => {
    const given = await feedbackOf(deps, by);
    return given.ok ? ok({ status: 200, body: { items: [...given.value] } }) : given;
  },
};

const catalogueFor = (deps: Deps, by: Principal): Catalogue => ({
  desks: desksFor(by).map((id) => deskView(desks[id], by, deps)),
  limits,
  timeZones,
  feedback: { affectedBy: affections },
});

function deskView({ id, caseTypes, elsewhere }: Desk, by: Principal, deps: Deps): DeskView {
  const { locale } = by;
  const { publishers } = deps.settings;
  const said = words(locale);
  const { name, about } = said.desks[id];
  return {
    id,
    name,
    about,
    mayOpen: authorizeOpening(by, id, null).ok,
    mayOpenForCustomers: customersAt(by, id).length > 0,
    caseTypes: caseTypes.map(
      (type): CaseTypeView => ({
        id: type.id,
        category: type.category,
        categoryName: said.cases.categories[type.category],
        ...caseTypeWords(locale, id, type.id),
        selfHelp: selfHelpBefore(deps.settings.profile, type).map((link) => ({
          name: said.selfHelp.links[link],
          url: selfHelpLinks[link],
        })),
        byDomain: (type.byDomain ?? false) && filesByDomain(by, id),
      }),
    ),
    elsewhere: elsewhere.map((subject) => subjectOf(askedOf(subject, publishers), locale)),
  };
}
