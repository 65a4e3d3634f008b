import { timed } from '../figures.ts';
import { newContent, newestOpen, wordsFor } from './content.ts';
import { type Client, type Operation, operations, type Product } from './product.ts';

/** Milliseconds of every request, by what was asked. */
export type Samples = Readonly<Record<Operation, readonly number[]>>;

export interface Load {
  readonly clients: number;
  /** How often each client does each operation. */
  readonly rounds: number;
}

const comment = 'The order went to the carrier this morning; the numbers will ring on Thursday.';

/** @throws where the newest open cases are not the sample’s, in their order: the copies are listed as what the product made itself */
export async function assertFilled(product: Product, cases: number): Promise<void> {
  const listed = await (await product.client()).listOpen();
  expectThat(JSON.stringify(listed) === JSON.stringify(newestOpen(cases)), `${product.name} lists ${listed.join(', ')}.`);
}

/** Asks for everything, and waits until everybody was told. @throws where somebody was not, or an answer is not what it should be */
export async function measure(product: Product, load: Load): Promise<Samples> {
  const before = await product.mails();
  const samples = await ask(product, load);
  await product.settled();
  expectThat((await product.mails()) - before >= load.clients * load.rounds, `${product.name} told too few people.`);
  return samples;
}

/** Asks a product for each operation in turn, all clients at once. Each closes what it opened. */
export async function ask(product: Product, { clients: count, rounds }: Load): Promise<Samples> {
  const clients: Client[] = [];
  for (let index = 0; index < count; index += 1) clients.push(await product.client());
  const works = clients.map((client, index) => worksOf(client, product, index * rounds));
  const samples: Partial<Record<Operation, number[]>> = {};
  for (const operation of operations) samples[operation] = (await Promise.all(works.map((work) => timed(rounds, work[operation])))).flat();
  return samples as Samples;
}

function worksOf(client: Client, { known }: Product, first: number): Record<Operation, (index: number) => Promise<unknown>> {
  const own: string[] = [];
  const anyOf = (index: number) => known[(first + index * 7) % known.length] as Product['known'][number];
  return {
    create: async (index) => own.push(await client.create(newContent(first + index))),
    'list 50 open': async () => expectThat((await client.listOpen()).length > 0, 'The list is empty.'),
    'search by words': async (index) => {
      const { title } = anyOf(index);
      expectThat((await client.search(wordsFor(title))).includes(title), `The search did not find “${title}”.`);
    },
    'one case with its timeline': async (index) => {
      const { id, title, description, comment } = anyOf(index);
      const { title: read, texts } = await client.read(id);
      expectThat(
        read === title && [description, comment].every((text) => texts.some((one) => one.includes(text))),
        `${id} reads otherwise.`,
      );
    },
    'comment with notice': (index) => client.comment(own[index] ?? '', comment),
    close: (index) => client.close(own[index] ?? ''),
  };
}

function expectThat(fine: boolean, otherwise: string): void {
  if (!fine) throw new Error(otherwise);
}
