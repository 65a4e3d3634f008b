import { roomsFor } from '../../src/app/rooms/room-view.ts';
import { refusalCard } from '../cards/refusal.ts';
import { roomsCard, roomsOnACard } from '../cards/rooms.ts';
import type { Reply, Turn } from '../turn.ts';

/** RM-2: the rooms that are out of order. */
export async function rooms(turn: Turn): Promise<Reply> {
  const wanted = { words: null, unhealthy: true, takenOut: false, tenantId: null, cursor: null, limit: roomsOnACard };
  const page = await roomsFor(turn.deps, turn.by, wanted);
  return { card: page.ok ? roomsCard(turn, page.value) : refusalCard(turn, page.error) };
}
