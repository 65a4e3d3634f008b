import { isEngineerOf, may } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import { deskWords, words } from '../../domain/i18n/index.ts';
import type { Result } from '../../domain/result.ts';
import { type ListRequest, listCases } from '../cases/queries.ts';
import type { Deps } from '../deps.ts';
import type { CaseSummary } from '../views.ts';
import { type Column, exportSheet, type ListFile, timeColumn } from './sheet.ts';

/** G-16: a list of cases, with its filters and words; the rows are those that the list itself shows. */
export function exportCases(
  deps: Deps,
  by: Principal,
  request: Omit<ListRequest, 'cursor' | 'limit'>,
  most?: number,
): Promise<Result<ListFile, Refusal>> {
  const { words: sought, list: view, ...narrowed } = request;
  const page = (cursor: string | null) => listCases(deps, by, { ...request, cursor, limit: limits.page });
  return exportSheet(
    deps,
    by,
    { list: 'cases', narrowed: { view, ...narrowed, searched: sought !== null }, columns: columnsFor(by), page },
    most,
  );
}

function columnsFor(by: Principal): readonly Column<CaseSummary>[] {
  const { attributes, exception } = words(by.locale).cases;
  const { exports } = words(by.locale);
  const time = timeColumn<CaseSummary>(by);
  const works = may(by, 'seeQueue');
  const assigned: Column<CaseSummary> = {
    title: attributes.assignedTo,
    of: ({ assignedTo, desk }) => (isEngineerOf(by, desk) ? (assignedTo?.name ?? null) : null),
  };
  return [
    { title: attributes.number, of: ({ number }) => number },
    { title: exports.title, of: ({ title }) => title },
    { title: attributes.status, of: ({ statusText }) => statusText },
    { title: attributes.desk, of: ({ desk }) => deskWords(by.locale, desk).name },
    { title: attributes.caseType, of: ({ caseTypeName }) => caseTypeName },
    { title: exports.country, of: ({ country }) => country?.name ?? null },
    { title: attributes.tenant, of: ({ tenant }) => tenant.name },
    { title: exception.inLists, of: ({ filedByDomain }) => filedByDomain },
    { title: attributes.openedBy, of: ({ openedBy }) => openedBy.name },
    ...(works ? [assigned] : []),
    time(attributes.openedAt, ({ openedAt }) => openedAt),
    time(attributes.updatedAt, ({ updatedAt }) => updatedAt),
    time(attributes.target, ({ target }) => (target.state === 'none' ? null : target.dueAt)),
    {
      title: exports.targetState,
      of: ({ target }) => (target.state === 'none' ? attributes.noTarget : attributes.targetStates[target.state]),
    },
  ];
}
