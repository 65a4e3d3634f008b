/** Why a row of a list of rooms can't be taken. Words for it: `i18n/<language>/room-register.ts`. */
export type RoomRowReason = 'nameMissing' | 'nameTooLong' | 'siteTooLong' | 'notAnEmail' | 'notACapacity' | 'repeated';

/** Why a whole list can't be read. */
export type RoomListProblem = 'empty' | 'headerOnly' | 'unclosedQuote' | 'tooManyRows' | 'notText' | 'noNameColumn';

export interface RoomRowFault {
  /** Row as a spreadsheet shows it, from 1. */
  readonly row: number;
  /** What stands there, cut at 100 characters. */
  readonly value: string;
  readonly reason: RoomRowReason;
}
