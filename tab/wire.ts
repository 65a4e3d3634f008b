/** What the server says and takes, as its contract has it: types alone, so that nothing of the server is loaded here. */

export type { CardElement } from '../src/forms/card.ts';
export type { Upload } from '../src/forms/uploads.ts';
export type {
  ActorView,
  BatchResult,
  CaseSummary,
  CaseTypeView,
  CaseView,
  Catalogue,
  DraftSummary,
  DraftView,
  Feedback,
  FileView,
  IssueView,
  ListName,
  MeView,
  NumberListReport,
  Page,
  PersonRef,
  PersonView,
  ProfileView,
  SubjectView,
  TargetView,
  TimelineEntry,
} from '../src/http/contract.ts';
