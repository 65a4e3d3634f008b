import type { Happening } from '../case/events.ts';
import { isOpen, type Status, type Step } from '../case/lifecycle.ts';
import type { ChannelKind } from './channels.ts';

/** The ways in which a person can be told, as their profile has them. */
export const ways = ['chat', 'email', 'feed'] as const satisfies readonly ChannelKind[];
export type Way = (typeof ways)[number];

/** What a person chooses among, in the order in which it is offered: what is written, where the case stands, its end, the desk's own work. */
export const noticeKinds = ['answers', 'status', 'closing', 'desk'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** PN-15: which ways are wanted, and which kinds are not wanted in which way. A profile that never said so wants everything. */
export type Choices = { readonly [W in Exclude<Way, 'feed'>]: boolean } & {
  /** Left out: wanted. */
  readonly feed?: boolean | undefined;
  readonly except?: Except | undefined;
};
export type Except = { readonly [W in Way]?: readonly NoticeKind[] | undefined };

type Happened = { readonly type: Happening['type']; readonly step: Step | null; readonly status: Status | null };

/** As what kind something that happened is told; `null`: it can't be declined in part. */
export function noticeKindOf({ type, step, status }: Happened): NoticeKind | null {
  switch (type) {
    case 'opened':
      return null;
    case 'commented':
    case 'called':
    case 'noted':
    case 'escalated':
    case 'supported':
      return 'answers';
    case 'statusChanged':
      if (step === 'ask') return 'answers';
      return status !== null && !isOpen(status) ? 'closing' : 'status';
    case 'reminded':
    case 'mergedInto':
      return 'closing';
    case 'edited':
    case 'transferred':
    case 'moved':
    case 'severityChanged':
    case 'mergedFrom':
    case 'outageLinked':
    case 'outageUnlinked':
    case 'improperMarked':
    case 'improperUnmarked':
    case 'staged':
    case 'corrected':
      return 'status';
    case 'assigned':
    case 'partMade':
    case 'partOf':
    case 'partClosed':
    case 'partReopened':
    case 'targetNear':
    case 'targetMissed':
      return 'desk';
  }
}

/** Whether news of a kind are wanted in a way. */
export const isWanted = (choices: Choices, way: Way, kind: NoticeKind | null): boolean =>
  (choices[way] ?? true) && (kind === null || !choices.except?.[way]?.includes(kind));

/** A whole way, wanted or not: every kind of it. */
export const withWay = (choices: Choices, way: Way, wanted: boolean): Choices => ({
  ...choices,
  [way]: wanted,
  except: { ...choices.except, [way]: [] },
});

/** These kinds in one way and no others; a way of which nothing is wanted is not wanted itself. @param offered what could be chosen among */
export const withKinds = (
  choices: Choices,
  { way, wanted }: { readonly way: Way; readonly wanted: readonly NoticeKind[] },
  offered: readonly NoticeKind[] = noticeKinds,
): Choices => {
  if (wanted.length === 0) return withWay(choices, way, false);
  return { ...choices, [way]: true, except: { ...choices.except, [way]: offered.filter((kind) => !wanted.includes(kind)) } };
};

/** One kind in one way, wanted or not: the first that is wanted of a way that was not is wanted alone. */
export const withKind = (
  choices: Choices,
  { way, kind, wanted }: { readonly way: Way; readonly kind: NoticeKind; readonly wanted: boolean },
  offered: readonly NoticeKind[] = noticeKinds,
): Choices => withKinds(choices, { way, wanted: offered.filter((one) => (one === kind ? wanted : isWanted(choices, way, one))) }, offered);
