import { CardElement } from 'adaptivecards';

/** A field of files in a form: the card leaves a place, the page puts its upload there. */
export interface Place {
  readonly field: string;
  readonly label: string;
  readonly kind: 'numberList' | 'documents';
  /** How many files it takes; of one, the next takes the place. */
  readonly max: number;
  readonly required: boolean;
}

/** What adaptivecards makes of `CaseDesk.Upload`. */
export class UploadPlace extends CardElement {
  static readonly typeName = 'CaseDesk.Upload';
  place: Place = { field: '', label: '', kind: 'documents', max: 1, required: false };

  override getJsonTypeName(): string {
    return UploadPlace.typeName;
  }

  protected override internalParse(source: Record<string, unknown>, context: Parameters<CardElement['parse']>[1] & object): void {
    super.internalParse(source, context);
    const kind = source['kind'] === 'numberList' ? 'numberList' : 'documents';
    const { id, label = '', max, required } = source;
    this.place = { field: String(id), label: String(label), kind, max: typeof max === 'number' ? max : 1, required: required === true };
  }

  protected override internalRender(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'upload-place';
    element.dataset['field'] = this.place.field;
    return element;
  }
}
