import type { Mail } from './client-contract.ts';

/** A mail as it came, with what a browser would show of it. */
export interface KeptMail extends Mail {
  /** `null` where the mail is text alone. */
  readonly page: string | null;
}

export interface Mailbox {
  keep(mail: KeptMail): void;
  /** Mail to one address, newest first; @param address `null`: mail to none of `known`. */
  to(address: string | null): readonly Mail[];
  /** The HTML of one mail. */
  page(id: string): string | undefined;
  /** @returns how to stop. */
  listen(heard: () => void): () => void;
}

const mailKept = 200;

/** Everybody's mail, in memory, the oldest forgotten. @param known addresses that have a box of their own */
export function createMailbox(known: readonly string[]): Mailbox {
  const own = new Set(known.map(lower));
  const listeners = new Set<() => void>();
  let kept: readonly KeptMail[] = [];
  return {
    keep(mail) {
      kept = [mail, ...kept].slice(0, mailKept);
      for (const heard of listeners) heard();
    },
    to: (address) =>
      kept
        .filter(({ to }) => to.some((one) => (address === null ? !own.has(lower(one)) : lower(one) === lower(address))))
        .map(({ page: _, ...mail }) => mail),
    page: (id) => kept.find((mail) => mail.id === id)?.page ?? undefined,
    listen(heard) {
      listeners.add(heard);
      return () => {
        listeners.delete(heard);
      };
    },
  };
}

const lower = (address: string): string => address.toLowerCase();
