import { useEffect, useRef, useState } from 'react';
import { addressOf, everything, type Route } from '../route.ts';
import { useShell } from '../shell.tsx';
import type { ListName } from '../wire.ts';
import { Icon, type IconName } from './icon.tsx';
import { SignOut } from './sign-out.tsx';

interface NavProps {
  readonly route: Route;
  readonly list: ListName | undefined;
  readonly onKeys: () => void;
}

interface ItemProps {
  readonly href: string;
  readonly icon: IconName;
  readonly text: string;
  readonly current: boolean;
  readonly count?: { readonly number: number; readonly says: string } | undefined;
}

function Item({ href, icon, text, current, count }: ItemProps) {
  return (
    <li>
      <a className="nav-item" href={href} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        <span className="nav-text">{text}</span>
        {count && count.number > 0 && (
          <span className="count">
            <span aria-hidden="true">{count.number}</span>
            <span className="hidden"> ({count.says})</span>
          </span>
        )}
      </a>
    </li>
  );
}

const icons: Readonly<Record<ListName, IconName>> = {
  mine: 'cases',
  waitingOnMe: 'reply',
  company: 'company',
  followed: 'follow',
  customers: 'company',
  queue: 'queue',
  assignedToMe: 'person',
  unassigned: 'unassigned',
  dueSoon: 'clock',
  waiting: 'waiting',
};

/** The views this person has. On narrow screens a button opens it. */
export function Nav({ route, list, onKeys }: NavProps) {
  const { me, session, words } = useShell();
  const { nav, signIn, views, menu, openCount, waitingCount, opensElsewhere } = words.tab;
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes it
  useEffect(() => setOpen(false), [route]);
  const isList = route.page === 'list' || route.page === 'start' || route.page === 'case';
  const counts: Partial<Record<ListName, ItemProps['count']>> = {
    mine: { number: me.counts.open, says: openCount(me.counts.open) },
    waitingOnMe: { number: me.counts.waiting, says: waitingCount(me.counts.waiting) },
  };
  return (
    <nav
      className="nav"
      aria-label={nav.label}
      data-open={open}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        toggle.current?.focus();
      }}
    >
      <div className="nav-bar">
        <button type="button" ref={toggle} className="nav-toggle" aria-expanded={open} aria-controls="views" onClick={() => setOpen(!open)}>
          <Icon name="menu" />
          <span>{isList && list ? views[list] : menu}</span>
        </button>
        {me.mayOpen && (
          <a className="nav-item nav-create" href={addressOf({ page: 'new' })} aria-current={route.page === 'new' ? 'page' : undefined}>
            <Icon name="add" />
            <span className="nav-text">{nav.create}</span>
          </a>
        )}
      </div>
      <div className="nav-views" id="views">
        <ul>
          {me.views.map((view) => (
            <Item
              key={view}
              href={addressOf({ page: 'list', list: view, filter: everything })}
              icon={icons[view]}
              text={views[view]}
              current={isList && view === list}
              count={counts[view]}
            />
          ))}
        </ul>
        <ul>
          {me.views.includes('customers') && (
            <Item href={addressOf({ page: 'customers' })} icon="organisation" text={nav.customers} current={route.page === 'customers'} />
          )}
          {me.maySeeReports && (
            <Item href={addressOf({ page: 'reports' })} icon="chart" text={nav.reports} current={route.page === 'reports'} />
          )}
          {me.mayOpen && (
            <Item
              href={addressOf({ page: 'drafts' })}
              icon="drafts"
              text={nav.drafts}
              current={route.page === 'drafts' || route.page === 'draft'}
            />
          )}
          {me.undelivered !== null && (me.undelivered > 0 || route.page === 'deliveries') && (
            <Item
              href={addressOf({ page: 'deliveries' })}
              icon="warning"
              text={words.deliveries.title}
              current={route.page === 'deliveries'}
              count={{ number: me.undelivered, says: words.deliveries.count(me.undelivered) }}
            />
          )}
          {me.views.includes('queue') && (
            <Item
              href={addressOf({ page: 'outages' })}
              icon="warning"
              text={words.outages.nav}
              current={route.page === 'outages' || route.page === 'outage'}
            />
          )}
          {me.mayWriteReplies && (
            <Item href={addressOf({ page: 'replies' })} icon="reply" text={words.replies.title} current={route.page === 'replies'} />
          )}
          {me.maySeeRooms && (
            <Item href={addressOf({ page: 'rooms' })} icon="room" text={words.roomPages.title} current={route.page === 'rooms'} />
          )}
          {me.mayManageTenants && (
            <Item href={addressOf({ page: 'tenants' })} icon="company" text={words.tab.tenants.nav} current={route.page === 'tenants'} />
          )}
          {me.mayCheckSetUp && (
            <Item href={addressOf({ page: 'set-up' })} icon="check" text={words.tab.setUpCheck.nav} current={route.page === 'set-up'} />
          )}
          {me.packs && (
            <Item
              href={addressOf({ page: 'packs' })}
              icon="pack"
              text={words.packs.nav}
              current={route.page === 'packs'}
              count={me.packRecoveries === null ? undefined : { number: me.packRecoveries, says: words.packs.waiting(me.packRecoveries) }}
            />
          )}
          {me.partners && (
            <Item
              href={addressOf({ page: 'partners' })}
              icon="company"
              text={words.partners.nav[me.partners]}
              current={route.page === 'partners'}
            />
          )}
          {me.mayManageMachines && (
            <Item
              href={addressOf({ page: 'integrations' })}
              icon="key"
              text={words.tab.integrations.title}
              current={route.page === 'integrations'}
            />
          )}
          {me.mayManageChannels && (
            <Item href={addressOf({ page: 'channels' })} icon="channel" text={words.channels.tab.nav} current={route.page === 'channels'} />
          )}
          <Item href={addressOf({ page: 'profile' })} icon="settings" text={nav.profile} current={route.page === 'profile'} />
          {me.mayManageOrganisation && (
            <Item
              href={addressOf({ page: 'organisation' })}
              icon="organisation"
              text={nav.organisation}
              current={route.page === 'organisation'}
            />
          )}
          <Item
            href={addressOf({ page: 'feedback', caseId: null })}
            icon="feedback"
            text={nav.feedback}
            current={route.page === 'feedback'}
          />
        </ul>
        <div className="nav-foot">
          <button type="button" className="nav-item" onClick={onKeys}>
            <Icon name="keyboard" />
            <span className="nav-text">{nav.keyboard}</span>
          </button>
          <a className="nav-item" href="/api/docs" target="_blank" rel="noopener">
            <Icon name="code" />
            <span className="nav-text">
              {nav.api} <span className="hidden">({opensElsewhere})</span>
            </span>
          </a>
          {session.own && <SignOut own={session.own} text={signIn.signOut} />}
          <p className="acting-as" dir="auto">
            {me.actingAs}
          </p>
        </div>
      </div>
    </nav>
  );
}
