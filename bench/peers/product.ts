/** What a case is made of, the same for every product. */
export interface Content {
  readonly title: string;
  readonly description: string;
}

/** A case that the product already has, under the product’s own id. */
export interface KnownCase extends Content {
  readonly id: string;
  readonly comment: string;
  readonly open: boolean;
}

/** A case as it was read: its title, and every text that its timeline shows. */
export interface ReadCase {
  readonly title: string;
  readonly texts: readonly string[];
}

/** Somebody at work with a session of their own. Every answer is read to its end and checked. */
export interface Client {
  /** @returns the product’s id of it */
  create(content: Content): Promise<string>;
  /** The newest fifty open cases of the largest customer. @returns their titles */
  listOpen(): Promise<readonly string[]>;
  /** Up to fifty cases of the largest customer, open or closed, with all these words. @returns their titles */
  search(words: readonly string[]): Promise<readonly string[]>;
  read(id: string): Promise<ReadCase>;
  /** Writes to the requester, who is told by mail. */
  comment(id: string, text: string): Promise<void>;
  close(id: string): Promise<void>;
}

/** A desk that runs, filled with the same cases as the others. */
export interface Product {
  readonly name: string;
  /** Some of the largest customer’s cases. */
  readonly known: readonly KnownCase[];
  client(): Promise<Client>;
  /** Mails that have left it since it began. */
  mails(): Promise<number>;
  /** Resolves once everybody was told of what happened until now. */
  settled(): Promise<void>;
}

export const operations = [
  'create',
  'list 50 open',
  'search by words',
  'one case with its timeline',
  'comment with notice',
  'close',
] as const;
export type Operation = (typeof operations)[number];
