import {
  countriesWith,
  countryChoices,
  countryCodes,
  type TraitOverrides,
  zoneChoices,
  zoneIn,
  zonesOf,
} from '../domain/catalogue/countries.ts';
import type { CaseType, Desk } from '../domain/catalogue/desk.ts';
import type { Field, FieldKind, FieldOf, FormInput } from '../domain/catalogue/field.ts';
import { lifecycleOf, type Product, products } from '../domain/catalogue/products.ts';
import type { Issue } from '../domain/faults.ts';
import { caseTypeWords, deskWords, fieldWords, type Locale, words } from '../domain/i18n/index.ts';
import { roomText } from '../domain/room/room.ts';
import { formatDay } from '../domain/time/format.ts';
import { literal } from './card-text.ts';
import { explain } from './explain.ts';
import { chosenRooms, type RoomChoice, typedRooms } from './rooms.ts';
import { type Upload, uploadLines } from './uploads.ts';
import { countryOf, fieldsFor } from './values.ts';

/** An element of an Adaptive Card, as its schema has it. */
export type CardElement = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Everything a form is drawn from. */
export interface FormModel {
  readonly desk: Desk;
  readonly caseType: CaseType;
  readonly input: FormInput;
  readonly issues: readonly Issue[];
  readonly uploads: readonly Upload[];
  readonly locale: Locale;
  /** G-18: for whom one acts and as whom one is signed in. */
  readonly actingAs: string;
  /** Instant, ISO 8601 in UTC: zones are shown with the offset they have now. */
  readonly now: string;
  readonly countries: TraitOverrides;
  /** Rooms to choose from, by site and name; left out where the form asks for none. */
  readonly rooms?: readonly RoomChoice[];
  readonly products?: readonly Product[];
  /** A chat takes files through its own paper clip; elsewhere the page puts its upload in the place this card leaves for it. */
  readonly files: 'inChat' | 'onPage';
  /** PN-13: the case that it corrects, and what its desk wrote of what was rejected. */
  readonly corrects?: { readonly number: string; readonly why: string };
}

interface Drawing extends FormModel {
  readonly country: string | undefined;
}

/** G-2: the body of the card of a form, the same in chat, dialog and tab. Its actions are the face's own. */
export function formBody(model: FormModel): readonly CardElement[] {
  const drawing: Drawing = { ...model, country: countryOf(model.caseType, model.input) };
  const fields = fieldsFor(model.caseType, drawing.country, model.countries);
  return [
    ...headElements(model),
    text(literal(model.actingAs), { isSubtle: true, size: 'Small', spacing: 'Small' }),
    ...[...fields.filter((f) => f.required), ...fields.filter((f) => !f.required)].flatMap((field) => fieldElements(field, drawing)),
  ];
}

function headElements({ locale, desk, caseType, corrects }: FormModel): readonly CardElement[] {
  const { name, about, ready } = caseTypeWords(locale, desk.id, caseType.id);
  const heading = (value: string) => text(value, { size: 'Large', weight: 'Bolder', style: 'heading' });
  if (!corrects) return [heading(name), text(`${about} ${ready}`, { spacing: 'None' })];
  const { form } = words(locale).bot;
  return [
    heading(form.correcting(literal(corrects.number))),
    text(name, { spacing: 'None' }),
    ...(corrects.why ? [text(form.rejected(literal(corrects.why)), { weight: 'Bolder' })] : []),
  ];
}

const text = (value: string, more: Record<string, unknown> = {}): CardElement => ({ type: 'TextBlock', text: value, wrap: true, ...more });

function fieldElements(field: Field, drawing: Drawing): readonly CardElement[] {
  const { label, hint } = wordsOf(field, drawing);
  const help = field.help ? ` [${words(drawing.locale).bot.form.learnMore}](${field.help})` : '';
  const note = hint || help ? [text(`${hint ?? ''}${help}`.trim(), { isSubtle: true, size: 'Small', spacing: 'None' })] : [];
  const faults = drawing.issues
    .filter((issue) => issue.field === field.id)
    .map(({ fault }) =>
      text(literal(explain(fault, drawing.locale)), { color: 'Attention', size: 'Small', spacing: 'None', id: `fault:${field.id}` }),
    );
  const inputs = (draw[field.kind] as (field: Field, label: string, drawing: Drawing) => readonly CardElement[])(field, label, drawing);
  return [...inputs, ...note, ...faults];
}

const wordsOf = (field: Field, { desk, locale }: Drawing) => fieldWords(locale, desk.id, field.id);

const required = (field: Field, { locale }: Drawing) =>
  field.required ? { isRequired: true, errorMessage: words(locale).faults.says.required({ is: 'required' }) } : {};
/** A draft keeps whatever was sent; what no person can have typed is not shown. */
const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
};

type Draw<K extends FieldKind> = (field: FieldOf<K>, label: string, drawing: Drawing) => readonly CardElement[];

const line = (field: FieldOf<'text' | 'domain' | 'tenantId'>, label: string, drawing: Drawing): readonly CardElement[] => [
  {
    type: 'Input.Text',
    id: field.id,
    label,
    value: asText(drawing.input[field.id]),
    maxLength: field.kind === 'text' ? field.max : 253,
    ...required(field, drawing),
  },
];

const choices = (id: string, label: string, value: unknown, from: readonly { title: string; value: string }[], more = {}): CardElement => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: from.length > 12 ? 'filtered' : 'compact',
  value: asText(value),
  choices: from,
  ...more,
});

const files = (field: FieldOf<'numberList' | 'documents'>, label: string, drawing: Drawing): readonly CardElement[] => {
  const uploads = drawing.uploads.filter((u) => u.field === field.id);
  if (drawing.files === 'onPage') {
    const max = field.kind === 'documents' ? field.max : 1;
    return [{ type: 'CaseDesk.Upload', id: field.id, label, kind: field.kind, max, required: field.required }];
  }
  const { form } = words(drawing.locale).bot;
  const mark = field.required ? ' \\*' : '';
  return [
    text(`${label}${mark}`, { weight: 'Bolder', spacing: 'Medium' }),
    ...(uploads.length > 0
      ? uploads.flatMap((upload) =>
          uploadLines(upload, drawing.locale).map((l) => text(l.text, { spacing: 'None', ...(l.good ? {} : { color: 'Attention' }) })),
        )
      : [text(field.kind === 'numberList' ? form.attachList : form.attachDocuments, { spacing: 'None' })]),
  ];
};

const draw: { readonly [K in FieldKind]: Draw<K> } = {
  text: line,
  domain: line,
  tenantId: line,
  multiline: (field, label, drawing) => [
    {
      type: 'Input.Text',
      id: field.id,
      label,
      isMultiline: true,
      value: asText(drawing.input[field.id]),
      maxLength: field.max,
      ...required(field, drawing),
    },
  ],
  choice: (field, label, drawing) => {
    const own = deskWords(drawing.locale, drawing.desk.id).options;
    const from = field.options.map((value) => ({ title: own[value] ?? value, value }));
    return [
      choices(field.id, label, drawing.input[field.id], from, {
        ...required(field, drawing),
        ...(from.length <= 3 && { style: 'expanded', wrap: true }),
      }),
    ];
  },
  country: (field, label, drawing) => {
    const codes = field.having ? countriesWith(field.having, countryCodes(), drawing.countries) : countryCodes();
    const from = countryChoices(drawing.locale, codes).map(({ code, name }) => ({ title: name, value: code }));
    const only = from.length === 1 ? from[0]?.value : undefined;
    return [choices(field.id, label, drawing.input[field.id] ?? only, from, required(field, drawing))];
  },
  product: (field, label, drawing) => {
    const says = words(drawing.locale).products;
    const from = (drawing.products ?? products).map((product) => {
      const { is, until } = lifecycleOf(product, drawing.now);
      return { title: says[is](product.name, formatDay(until, drawing.locale)), value: product.id };
    });
    return [choices(field.id, label, drawing.input[field.id], from, required(field, drawing))];
  },
  count: (field, label, drawing) => [
    {
      type: 'Input.Number',
      id: field.id,
      label,
      min: field.min,
      max: field.max,
      ...(typeof drawing.input[field.id] === 'number' && { value: drawing.input[field.id] }),
      ...required(field, drawing),
    },
  ],
  consent: (field, label, drawing) => [
    {
      type: 'Input.Toggle',
      id: field.id,
      title: label,
      wrap: true,
      value: drawing.input[field.id] === true ? 'true' : 'false',
      valueOn: 'true',
      valueOff: 'false',
      ...required(field, drawing),
    },
  ],
  localDateTime: drawTime,
  emails: (field, label, drawing) => [{ type: 'Input.Text', id: field.id, label, value: asText(drawing.input[field.id]), maxLength: 3000 }],
  numberList: files,
  documents: files,
  rooms: drawRooms,
};

/** Longer choices don't fit a card in a chat, or are no choice any more: then rooms are named in words. */
const mostChoices = { inChat: 60, onPage: 300 } as const;

/** RM-1: the rooms of the organisation, to tick; where there are too many for that, to be named one a line. */
function drawRooms(field: FieldOf<'rooms'>, label: string, drawing: Drawing): readonly CardElement[] {
  const { rooms = [], locale, files: where } = drawing;
  const { form } = words(locale).bot;
  const named = drawing.input[field.id];
  if (rooms.length === 0) return [text(label, { weight: 'Bolder', spacing: 'Medium' }), text(form.noRooms, { spacing: 'None' })];
  if (rooms.length > mostChoices[where]) {
    const input = { type: 'Input.Text', id: field.id, label, isMultiline: true, value: typedRooms(named, rooms), maxLength: 5_000 };
    return [{ ...input, ...required(field, drawing) }, text(form.roomsTyped, { isSubtle: true, size: 'Small', spacing: 'None' })];
  }
  const from = rooms.map((room) => ({ title: roomText(room), value: room.id }));
  return [
    choices(field.id, label, chosenRooms(named, rooms), from, { ...required(field, drawing), isMultiSelect: true, style: 'compact' }),
  ];
}

/** PN-4, F-24: date and time; the zone where the country has several; which of the two where a time comes twice. */
function drawTime(field: FieldOf<'localDateTime'>, label: string, drawing: Drawing): readonly CardElement[] {
  const value = (drawing.input[field.id] ?? {}) as { local?: unknown; zone?: unknown; which?: unknown };
  const [date = '', time = ''] = asText(value.local).split('T');
  const { form } = words(drawing.locale).bot;
  const zones = drawing.country ? zonesOf(drawing.country) : [];
  const repeated = drawing.issues.find((i) => i.field === field.id && i.fault.is === 'timeRepeated');
  const column = (item: CardElement): CardElement => ({ type: 'Column', width: 'stretch', items: [item] });
  return [
    {
      type: 'ColumnSet',
      columns: [
        column({ type: 'Input.Date', id: `${field.id}.date`, label, value: date, ...required(field, drawing) }),
        column({ type: 'Input.Time', id: `${field.id}.time`, label: form.time, value: time, ...required(field, drawing) }),
      ],
    },
    ...(zones.length > 1 && drawing.country
      ? [
          choices(
            `${field.id}.zone`,
            form.zone,
            zoneIn(drawing.country, asText(value.zone))?.id,
            zoneChoices(drawing.country, drawing.locale, drawing.now).map((z) => ({ title: z.label, value: z.id })),
          ),
        ]
      : []),
    ...(repeated || value.which
      ? [
          choices(`${field.id}.which`, form.which, value.which, [
            { title: form.earlier, value: 'earlier' },
            { title: form.later, value: 'later' },
          ]),
        ]
      : []),
  ];
}
