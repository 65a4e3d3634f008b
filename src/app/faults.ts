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

/** Microsoft's directory does not answer, and what it said before is too old to go by: answered with 503, and worth trying again. */
export class DirectoryUnavailable extends Error {
  override readonly name = 'DirectoryUnavailable';

  constructor() {
    super('the directory does not answer');
  }
}

/** People of this organisation are not let in: it is suspended, or not admitted. Thrown, so that whoever forgets it lets nobody in. */
export class TenantClosed extends Error {
  override readonly name = 'TenantClosed';
  readonly why: 'suspended' | 'waiting';

  constructor(why: 'suspended' | 'waiting') {
    super(`the tenant is ${why}`);
    this.why = why;
  }
}
