/** The domain of an address, lower case; empty where there is none. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Whom an address reaches: `ada+desk@x.example` and `ada+cases@x.example` are one mailbox, so that nobody is asked twice under two names (F-36). */
export const mailboxOf = (address: string): string => address.toLowerCase().replace(/\+[^@]*@/, '@');
