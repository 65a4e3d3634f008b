import type { Severity } from '../catalogue/attributes.ts';
import type { FormValues } from '../catalogue/field.ts';
import type { Outage } from '../outage/outage.ts';
import type { Case } from './case.ts';
import type { Editable } from './edit.ts';
import type { FileRef, PersonRef } from './events.ts';
import type { Place } from './refile.ts';
import { type SupportCommand, supportCommands } from './support.ts';
import type { Charge } from './support-state.ts';

/** What a closing comes with. `charge`: PS-6. */
interface Ending {
  readonly text: string;
  readonly reason: string | null;
  readonly charge?: Charge | null;
}

/** What somebody asks of an existing case. Opening one has its own road: the form (`open.ts`). */
export type CaseCommand =
  | SupportCommand
  | { readonly do: 'comment'; readonly text: string; readonly files: readonly FileRef[] }
  /** AG-3: colleagues of the desk can be mentioned. */
  | { readonly do: 'note'; readonly text: string; readonly files: readonly FileRef[]; readonly mentions?: readonly PersonRef[] }
  | { readonly do: 'ask'; readonly text: string; readonly files: readonly FileRef[] }
  /** CS-8. */
  | { readonly do: 'logCall'; readonly text: string }
  | { readonly do: 'take' }
  | { readonly do: 'assign'; readonly to: PersonRef }
  | { readonly do: 'unassign' }
  | ({ readonly do: 'resolve' } & Ending)
  | ({ readonly do: 'cancel' } & Ending)
  | ({ readonly do: 'closeUnresolved' } & Ending)
  | { readonly do: 'reopen'; readonly text: string }
  /** AG-4: the other case as it stands now. */
  | { readonly do: 'merge'; readonly text: string; readonly into: Case }
  | { readonly do: 'linkOutage'; readonly outage: Pick<Outage, 'id' | 'title'> }
  | { readonly do: 'unlinkOutage'; readonly outage: Pick<Outage, 'id' | 'title'> }
  /** CS-10. */
  | { readonly do: 'markImproper'; readonly text: string }
  | { readonly do: 'unmarkImproper' }
  /** G-17: to be told of it, or no longer; nothing happens to the case itself. */
  | { readonly do: 'follow' | 'unfollow' }
  /** G-17: corrected by the requester's side; what is left out stays. */
  | ({ readonly do: 'edit' } & Partial<Editable>)
  | { readonly do: 'escalate'; readonly text: string }
  /** G-17: given to another requester. `from`: only if it still is this person's; `null`: whoever's it is. */
  | { readonly do: 'transfer'; readonly from: string | null; readonly to: PersonRef }
  /** CS-2, CS-3: what a partner opened becomes the caller's, and no partner's any more. */
  | { readonly do: 'takeOver' }
  /** AG-2. */
  | { readonly do: 'move'; readonly to: Place; readonly text: string }
  /** `contactPhone`: the number at which its contact is called from then on (CS-4); left out where it stays as it is. */
  | { readonly do: 'changeSeverity'; readonly severity: Severity; readonly text: string; readonly contactPhone?: string }
  /** PN-13. */
  | { readonly do: 'setStage'; readonly stage: string; readonly text: string }
  /** PN-13: the whole form, checked by its own rules (`forms/values.ts`). `files`: those that the case did not have yet. */
  | { readonly do: 'correct'; readonly values: FormValues; readonly files: readonly FileRef[] };

export type CommandName = CaseCommand['do'];
/** All of them, for whoever reads one from outside. */
export const commandNames = [
  'comment',
  'note',
  'ask',
  'logCall',
  'take',
  'assign',
  'unassign',
  'resolve',
  'cancel',
  'closeUnresolved',
  'reopen',
  'merge',
  'linkOutage',
  'unlinkOutage',
  'markImproper',
  'unmarkImproper',
  'follow',
  'unfollow',
  'edit',
  'escalate',
  'transfer',
  'takeOver',
  'move',
  'changeSeverity',
  'setStage',
  'correct',
  ...supportCommands,
] as const satisfies readonly CommandName[];

/** G-8: commands that may be made on an older version, because they take nothing from anybody, or say from whom. */
export const neverStale: ReadonlySet<CommandName> = new Set(['comment', 'note', 'logCall', 'follow', 'unfollow', 'transfer']);
