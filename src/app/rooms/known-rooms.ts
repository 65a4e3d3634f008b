import { v7 as uuidv7 } from 'uuid';
import { imported, mergeRooms } from '../../domain/room/merge.ts';
import type { Places, Store } from '../ports.ts';

const noted = { person: 'service', kind: 'known-rooms' } as const;

/** Enters the rooms of an organisation once and for all, so that a newcomer sees some: the local desk's. */
export async function enterKnownRooms(
  { notes, inTenant }: Pick<Store, 'notes' | 'inTenant'>,
  places: Places,
  tenantId: string,
): Promise<void> {
  if (await notes.find(tenantId, noted.person, noted.kind)) return;
  const asked = await places.rooms(tenantId);
  if (!asked.ok) return;
  await inTenant(tenantId, async (tx) => {
    const { merged } = mergeRooms(await tx.rooms.all(), asked.value);
    const entered = merged.filter(({ becomes }) => becomes === 'new').map((one) => imported(one, uuidv7(), 'directory'));
    await tx.rooms.save(entered, noted.person);
  });
  await notes.save(tenantId, noted.person, noted.kind, { done: true });
}
