import { type Held, type NoticeDeps, type Told, tellContact, tellPerson } from '../../app/notices/notices.ts';
import { recipientOf, wayOut } from '../../app/notices/unsubscribe.ts';
import type { Job } from '../../app/ports.ts';
import { isShutOut } from '../../app/tenants/shut-out.ts';
import type { MailText } from '../../domain/notice/mail-text.ts';
import { type CaseNotice, caseMail, letterMail } from '../../domain/notice/wording.ts';
import type { Channel, Send } from '../channel.ts';
import type { Carry } from '../mail-carrier.ts';
import { type Addressing, mailOf } from '../mail-message.ts';

export interface EmailOptions {
  readonly carry: Carry;
  readonly from: string;
  /** Into the tab, as Teams follows it. */
  readonly tabLink: (subPage: string) => string;
  /** The desk's own address, without a slash at its end; asked when a letter goes out. */
  readonly deskUrl: () => string;
  /** Milliseconds that a case's first notice waits for company; 5,000 unless told. */
  readonly gatherMs?: number;
}

/** Mail: notices to people and contacts, and letters. */
export function emailChannel(deps: NoticeDeps, { carry, from, tabLink, deskUrl, gatherMs = 5_000 }: EmailOptions): Channel {
  const sending = async (text: MailText, to: Omit<Addressing, 'from'>): Promise<Send> => {
    const mail = await mailOf(text, { from, ...to });
    return (signal) => carry(mail, to.key, signal);
  };
  return {
    atOnce: 5,
    gatherMs,
    lookAfterMs: 200,
    async prepare(job) {
      const { content, tenantId } = job;
      if (content.kind === 'letter') {
        if (await isShutOut(deps, tenantId)) return null;
        const { address, key, says } = content.letter;
        const text = letterMail(content.letter, { deskUrl: deskUrl(), tabLink });
        const answers = says.letter === 'mailNotRead' ? says.messageId : undefined;
        const send = await sending(text, {
          to: address,
          key: `${tenantId}:${key}`,
          thread: null,
          ...(answers !== undefined && { answers }),
        });
        return answers === undefined ? send : unlessRefused(send);
      }
      if (content.kind !== 'case') return null;
      const told = await toldBy(deps, job, content);
      if (told && 'held' in told) return async () => told.held;
      if (!told?.by.email) return null;
      const out = await wayOut(
        deps,
        told.by.tenantId,
        recipientOf(told.by, told.reader.as === 'contact' ? 'contact' : 'person'),
        told.by.locale,
      );
      if (out === null) return null;
      return sending(textOf(told, tabLink, deskUrl() + out), {
        to: told.by.email,
        key: `${tenantId}:${told.news.key}`,
        thread: `case:${content.caseId}`,
      });
    },
  };
}

/** Who wrote to the desk may have done so in a name that nobody has: no engineer is to look after such an answer. */
const unlessRefused =
  (send: Send): Send =>
  async (signal) => {
    const outcome = await send(signal);
    return outcome.is === 'never' ? { is: 'nothingToDo' } : outcome;
  };

async function toldBy(
  deps: NoticeDeps,
  { tenantId, to }: Job,
  { caseId, notices }: Extract<Job['content'], { kind: 'case' }>,
): Promise<Told | Held | null> {
  const about = { tenantId, caseId, notices };
  switch (to.kind) {
    case 'person':
      return tellPerson(deps, to.id, 'email', about);
    case 'email':
      return tellContact(deps, to.address, about);
    case 'channels':
    case 'channel':
    case 'webhook':
      return null;
  }
}

function textOf({ by, reader, news: { view, receipt, entries } }: Told, tabLink: EmailOptions['tabLink'], out: string): MailText {
  const { number, title, description, status, statusText, reopenableUntil } = view;
  return caseMail({
    locale: by.locale,
    timeZone: by.timeZone,
    reader,
    receipt,
    number,
    title,
    description,
    subject: view.caseTypeName,
    organisation: view.tenant.name,
    status,
    statusText,
    exception: view.exception,
    reopenableUntil,
    entries: entriesOf(entries),
    link: reader.as === 'contact' ? null : tabLink(`case/${number}`),
    wayOut: out,
  });
}

/** What happened, as mail tells it. */
export const entriesOf = (entries: Told['news']['entries']): CaseNotice['entries'] =>
  entries.map(({ at, type, summary, text, files, internal }) => ({
    at,
    opened: type === 'opened',
    summary,
    // G-5: that there is a note may be told to an engineer; what it says stays in the desk.
    text: internal ? null : text,
    files: internal ? [] : files.map(({ name }) => name),
  }));
