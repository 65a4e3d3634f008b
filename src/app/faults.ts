/** What somebody sent is unusable as it is: answered as `invalid`, naming the field, never with its content. */
export class InputFault extends Error {
  override readonly name = 'InputFault';
  readonly field: string;

  constructor(field: string) {
    super(`unusable ${field}`);
    this.field = field;
  }
}

/** The database does not answer, or every connection to it is in use: answered with 503, and worth trying again. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';

  constructor(cause: unknown) {
    super('the database does not answer', { cause });
  }
}
