import type { NoticeDeps } from '../../app/notices/notices.ts';
import { tellTogether } from '../../app/notices/summaries.ts';
import { recipientOf, wayOut } from '../../app/notices/unsubscribe.ts';
import { summaryMail } from '../../domain/notice/summary-mail.ts';
import type { Channel } from '../channel.ts';
import { mailOf } from '../mail-message.ts';
import { type EmailOptions, entriesOf } from './email.ts';

/** Mail that tells a person of all their cases at one go, at the time they chose (PN-15). */
export function summaryChannel(deps: NoticeDeps, { carry, from, tabLink, deskUrl }: EmailOptions): Channel {
  return {
    atOnce: 5,
    gatherMs: 0,
    together: 500,
    async prepare({ tenantId, to, content }) {
      if (content.kind !== 'summary' || to.kind !== 'person') return null;
      const told = await tellTogether(deps, { tenantId, id: to.id }, content.notices);
      if (!told?.by.email) return null;
      const { by, cases, left } = told;
      const out = await wayOut(deps, by.tenantId, recipientOf(by, 'person'), by.locale);
      if (out === null) return null;
      const text = summaryMail({
        locale: by.locale,
        timeZone: by.timeZone,
        cases: cases.map(({ view: { number, title, statusText }, entries }) => ({
          ...{ number, title, statusText, entries: entriesOf(entries) },
          link: tabLink(`case/${number}`),
        })),
        left,
        wayOut: deskUrl() + out,
      });
      const key = `${tenantId}:${content.notices[0]?.key ?? ''}`;
      const mail = await mailOf(text, { from, to: by.email, key, thread: null });
      return (signal) => carry(mail, key, signal);
    },
  };
}
