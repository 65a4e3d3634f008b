import * as z from 'zod';
import type { CaseType, Desk } from '../../domain/catalogue/desk.ts';
import { desks } from '../../domain/catalogue/desks.ts';
import { caseTypeWords, fieldWords } from '../../domain/i18n/index.ts';
import { schemaOf } from '../../forms/schema.ts';
import { auditLine } from '../schemas/audit.ts';
import { caseSummary, caseView, fileView, timelineEntry } from '../schemas/case.ts';
import { catalogue, feedbackView } from '../schemas/desk.ts';
import { draftAnswer, draftSummary, listAnswer } from '../schemas/draft.ts';
import { meView, profileView } from '../schemas/person.ts';
import { problem } from '../schemas/problem.ts';

export type Json = { readonly [key: string]: unknown };

const named = {
  CaseView: caseView,
  CaseSummary: caseSummary,
  TimelineEntry: timelineEntry,
  FileView: fileView,
  DraftView: draftAnswer,
  DraftSummary: draftSummary,
  NumberList: listAnswer,
  MeView: meView,
  ProfileView: profileView,
  Catalogue: catalogue,
  Feedback: feedbackView,
  AuditLine: auditLine,
  Problem: problem,
};

const place = '#/components/schemas/';
for (const [id, schema] of Object.entries(named)) z.globalRegistry.add(schema, { id });

/** Schemas of one document: each named one stands in `components` once, and is referred to from everywhere else. */
export function schemaBook() {
  const components: Record<string, Json> = {};
  const of = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    // Within an object even a named schema is a reference.
    const made = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: 'any' });
    const { properties, $defs = {} } = JSON.parse(JSON.stringify(made).replaceAll('#/$defs/', place));
    for (const [name, definition] of Object.entries<Json>($defs)) {
      const { id: _, ...rest } = definition;
      components[name] ??= rest;
    }
    return properties.it;
  };
  const put = (name: string, schema: Json): Json => {
    components[name] = schema;
    return { $ref: place + name };
  };
  return { components, of, put };
}
export type SchemaBook = ReturnType<typeof schemaBook>;

/** G-2: what opens a case of each type, from the one declaration of its form, with the form's labels. */
export function openingsOf(book: SchemaBook): Json {
  const openings = Object.values(desks).flatMap((desk) => desk.caseTypes.map((caseType) => openingOf(book, desk, caseType)));
  return { oneOf: openings, discriminator: { propertyName: 'caseType' } };
}

function openingOf(book: SchemaBook, desk: Desk, caseType: CaseType): Json {
  const { name, about } = caseTypeWords('en', desk.id, caseType.id);
  const input = book.put(`${capital(caseType.id)}Input`, { ...inputOf(desk, caseType), title: name, description: about });
  return book.put(`${capital(caseType.id)}Case`, {
    type: 'object',
    title: name,
    required: ['caseType', 'input'],
    additionalProperties: false,
    properties: {
      caseType: { type: 'string', const: caseType.id },
      input,
      onBehalfOf: {
        type: ['string', 'null'],
        description: 'Tenant id of the organisation the case is for; absent: one’s own. Desks differ in who may name another.',
      },
    },
  });
}

function inputOf(desk: Desk, caseType: CaseType): Json {
  const { $schema: _, properties = {}, ...rest } = z.toJSONSchema(schemaOf(caseType), { io: 'input', unrepresentable: 'any' });
  const labelled = caseType.fields.map((field) => {
    const { label, hint } = fieldWords('en', desk.id, field.id);
    const only = field.where === undefined ? [] : ['Required in some countries, and not asked for in the others.'];
    const description = [hint, ...only].filter((text) => text !== undefined).join(' ');
    const schema = properties[field.id];
    return [field.id, { ...(typeof schema === 'object' ? schema : {}), title: label, ...(description && { description }) }] as const;
  });
  return { ...rest, properties: Object.fromEntries(labelled) };
}

const capital = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
