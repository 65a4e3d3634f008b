import type { CaseView, IssueView, SubjectView, TimelineEntry } from './wire.ts';

/** The server's problem document, or what stands for one where the server gave none. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly issues?: readonly IssueView[];
  /** The case as it stands now, where the change lost against another one (G-8). */
  readonly current?: CaseView;
  readonly since?: readonly TimelineEntry[];
  readonly subject?: SubjectView;
  /** With `consentNeeded`: where one agrees. */
  readonly consent?: { readonly page: string; readonly administrator: string | null };
  readonly requestId?: string;
}

/** A request that was refused, or that never arrived (`offline`). */
export class Problem extends Error {
  readonly body: ProblemBody;
  readonly request: string;

  constructor(body: ProblemBody, request: string) {
    super(body.detail);
    this.name = 'Problem';
    this.body = body;
    this.request = request;
  }

  get code(): string {
    return this.body.code;
  }
}

export const isProblem = (error: unknown, ...codes: readonly string[]): error is Problem =>
  error instanceof Problem && (codes.length === 0 || codes.includes(error.code));

/** Whether asking once more may help: the network, a busy desk. */
export const isPassing = (error: unknown): boolean =>
  isProblem(error, 'offline', 'timedOut', 'unavailable', 'tooManyRequests') || (error instanceof Problem && error.body.status >= 502);

/** Any error as a problem, so that a page has one thing to show. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem({ status: 0, code: 'unexpected', title: '', detail }, '');
}

/** Reads an answer that is no success; one that is no problem document (a gateway's page) keeps its status alone. */
export async function problemFrom(response: { readonly status: number; text(): Promise<string> }, request: string): Promise<Problem> {
  const text = await response.text().catch(() => '');
  return problemOfText(response.status, text, request);
}

export function problemOfText(status: number, text: string, request: string): Problem {
  const parsed = parse(text);
  const code = typeof parsed['code'] === 'string' ? parsed['code'] : status >= 502 ? 'unavailable' : 'unexpected';
  return new Problem({ title: '', detail: '', ...parsed, status, code } as ProblemBody, request);
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
