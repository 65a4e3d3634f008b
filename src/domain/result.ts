/** What a rule answers: a value, or the reason why not. Exceptions are for faults of ours, never for a person's input. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const refuse = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Closes a switch over a union: a new member that nobody handles does not compile. */
export function never(value: never): never {
  throw new TypeError(`not handled: ${JSON.stringify(value)}`);
}
