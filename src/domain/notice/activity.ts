import type { CaseEvent } from '../case/events.ts';

/** Kinds of activity in Teams' feed; `manifest/manifest.json` declares each, so that a person can silence it there. */
export const activityTypes = ['caseOpened', 'caseCommented', 'caseStatus', 'caseAssigned', 'caseDue', 'caseNews'] as const;
export type ActivityType = (typeof activityTypes)[number];

const types: Readonly<Record<CaseEvent['type'], ActivityType>> = {
  opened: 'caseOpened',
  commented: 'caseCommented',
  called: 'caseCommented',
  noted: 'caseCommented',
  statusChanged: 'caseStatus',
  assigned: 'caseAssigned',
  edited: 'caseNews',
  escalated: 'caseNews',
  supported: 'caseNews',
  partMade: 'caseStatus',
  partOf: 'caseStatus',
  partClosed: 'caseStatus',
  partReopened: 'caseStatus',
  transferred: 'caseAssigned',
  moved: 'caseNews',
  severityChanged: 'caseNews',
  staged: 'caseNews',
  corrected: 'caseNews',
  targetNear: 'caseDue',
  targetMissed: 'caseDue',
  reminded: 'caseDue',
  mergedInto: 'caseStatus',
  mergedFrom: 'caseStatus',
  outageLinked: 'caseStatus',
  outageUnlinked: 'caseStatus',
  improperMarked: 'caseNews',
  improperUnmarked: 'caseNews',
};

/** Of what happened: several kinds of thing at once are news. */
export function activityType(happened: readonly Pick<CaseEvent, 'type'>[]): ActivityType {
  const [first, ...others] = [...new Set(happened.map(({ type }) => types[type]))];
  return first !== undefined && others.length === 0 ? first : 'caseNews';
}

/** Characters of the preview that Teams shows. */
export const longestPreview = 150;
