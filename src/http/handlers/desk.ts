import { affections, feedbackOf, giveFeedback } from '../../app/cases/feedback.ts';
import { engineersFor } from '../../app/cases/queries.ts';
import type { Desk } from '../../domain/catalogue/desk.ts';
import { deskIds, desks } from '../../domain/catalogue/desks.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { type Locale, words } from '../../domain/i18n/index.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract.ts';
import { subjectOf } from '../problem.ts';
import type { CaseTypeView, Catalogue, DeskView } from '../schemas/desk.ts';

const timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

export const deskHandlers: Pick<Handlers, 'getCatalogue' | 'listEngineers' | 'giveFeedback' | 'listFeedback'> = {
  getCatalogue: async ({ by }) => ok({ status: 200, body: catalogueIn(by.locale) }),
  listEngineers: async ({ deps, by, params }) => {
    const desk = deskIds.find((id) => id === params.desk);
    if (!desk) return refuse({ code: 'notFound' });
    const engineers = await engineersFor(deps, by, desk);
    return engineers.ok ? ok({ status: 200, body: { items: [...engineers.value] } }) : engineers;
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

const catalogueIn = (locale: Locale): Catalogue => ({
  desks: deskIds.map((id) => deskView(desks[id], locale)),
  limits,
  timeZones,
  feedback: { affectedBy: affections },
});

function deskView({ id, caseTypes, elsewhere }: Desk, locale: Locale): DeskView {
  const said = words(locale);
  const { name, about, caseTypes: named } = said.desks[id];
  return {
    id,
    name,
    about,
    caseTypes: caseTypes.map((type): CaseTypeView => {
      const own = named[type.id as keyof typeof named];
      return { id: type.id, category: type.category, categoryName: said.cases.categories[type.category], ...own };
    }),
    elsewhere: elsewhere.map((subject) => subjectOf(subject, locale)),
  };
}
