import type { roomsReasons } from '../../catalogue/reasons.ts';
import type { RoomsCaseTypeId, RoomsFieldId } from '../../catalogue/rooms.ts';
import { commonFields } from './common-fields.ts';
import type { DeskWords, ReasonOf } from './desk-words.ts';

export type RoomsWords = DeskWords<RoomsCaseTypeId, RoomsFieldId, never, ReasonOf<typeof roomsReasons>, never, never>;

export const rooms: RoomsWords = {
  name: 'Meeting rooms',
  team: 'The rooms desk',
  about: 'Report what is wrong in a meeting room, or ask about the service',
  caseTypes: {
    roomIncident: {
      name: 'Incident in a meeting room',
      about: 'Something in one or more rooms does not work. It is critical, and comes before everything else.',
      ready: 'Have at hand: which rooms, what happens, and since when.',
    },
    roomsQuestion: {
      name: 'Question about meeting rooms',
      about: 'How the service works, what it covers, what you plan.',
      ready: 'Nothing to prepare.',
    },
  },
  fields: {
    ...commonFields,
    rooms: { label: 'Rooms' },
    highImpact: { label: 'It has a high impact', hint: 'Such as a meeting of the board, an event, or many people who can’t work.' },
    impactReason: { label: 'Why the impact is high' },
  },
  options: {},
  reasons: {
    hardware: 'device repaired or replaced',
    software: 'software repaired or updated',
    network: 'network repaired',
    configuration: 'settings corrected',
    peripheral: 'camera, microphone, screen or cable',
    userGuidance: 'explained how it works',
    recovered: 'recovered by itself',
    otherReason: 'another reason',
    noLongerNeeded: 'no longer needed',
    openedByMistake: 'created by mistake',
    duplicate: 'duplicate of another case',
    noAnswer: 'no answer from the requester',
    notSupported: 'not supported',
    notPossible: 'not possible',
  },
  elsewhere: {},
  guidance: {},
};
