import { CardElement } from 'adaptivecards';

/** A field of files in a form: the card leaves a place, the page puts its upload there. */
export interface Place {
  readonly field: string;
  readonly label: string;
  readonly kind: 'numberList' | 'documents';
  readonly required: boolean;
}

/** What adaptivecards makes of `CaseDesk.Upload`. */
export class UploadPlace extends CardElement {
  static readonly typeName = 'CaseDesk.Upload';
  place: Place = { field: '', label: '', kind: 'documents', required: false };

  override getJsonTypeName(): string {
    return UploadPlace.typeName;
  }

  protected override internalParse(source: Record<string, unknown>, context: Parameters<CardElement['parse']>[1] & object): void {
    super.internalParse(source, context);
    const kind = source['kind'] === 'numberList' ? 'numberList' : 'documents';
    this.place = { field: String(source['id']), label: String(source['label'] ?? ''), kind, required: source['required'] === true };
  }

  protected override internalRender(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'upload-place';
    element.dataset['field'] = this.place.field;
    return element;
  }
}
