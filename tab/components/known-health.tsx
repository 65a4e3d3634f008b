import { Button } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { momentOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import type { HealthView } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './icon.tsx';

interface Following {
  /** Of the desk, or of Microsoft. */
  readonly of: 'outages' | 'announcements';
  readonly id: string;
  readonly title: string;
  readonly follows: boolean;
}

/** CS-12: what is known before a case is created, and when it was read. Nothing waits for it. */
export function KnownHealth({ desk }: { readonly desk: string }) {
  const { api, words, locale, timeZone } = useDesk();
  const { health: says } = words;
  const { data } = useQuery({
    queryKey: ['health', desk],
    queryFn: ({ signal }) => api.get<HealthView>(`/desks/${desk}/health`, signal),
    staleTime: 60_000,
  });
  const queries = useQueryClient();
  const announce = useAnnounce();
  const follow = useMutation({
    mutationFn: ({ of, id, follows }: Following) =>
      api.send<unknown>(follows ? 'PUT' : 'DELETE', `/${of}/${encodeURIComponent(id)}/follower`, {}),
    onSuccess: async (_, { title, follows }) => {
      announce((follows ? says.followed : says.unfollowed)(title));
      await queries.invalidateQueries({ queryKey: ['health', desk] });
    },
  });
  if (!data || (data.state === 'notAsked' && data.outages.length === 0)) return null;
  const moment = (instant: string) => momentOf(instant, timeZone, locale);
  const when = data.readAt && moment(data.readAt);
  const button = ({ followed, ...what }: Omit<Following, 'follows'> & { readonly followed: boolean }) => (
    <Button
      size="small"
      disabledFocusable={follow.isPending}
      aria-label={`${followed ? says.unfollow : says.follow}: ${what.title}`}
      onClick={() => follow.mutate({ ...what, follows: !followed })}
    >
      {followed ? says.unfollow : says.follow}
    </Button>
  );
  const known = data.issues.length + data.outages.length > 0;
  return (
    <section aria-labelledby="health" className="health">
      <h3 id="health">{says.title}</h3>
      {data.state !== 'notAsked' && (
        <p className="quiet">
          {data.state === 'unreadable' ? (when ? says.unreadableSince(when) : says.unreadable) : says.readAt(when ?? '')}
          {data.state === 'read' && data.issues.length === 0 && ` ${says.allWell}`}
        </p>
      )}
      {known && (
        <>
          <p>{says.instead}</p>
          {follow.error && (
            <p className="fault" role="alert">
              {tellShortly(problemOf(follow.error), words)}
            </p>
          )}
          <ul className="records">
            {data.outages.map(({ id, title, openedAt, followed }) => (
              <li key={id} className="record">
                <div className="record-what">
                  <strong dir="auto">{title}</strong>
                  <span className="quiet">{says.outage(moment(openedAt))}</span>
                </div>
                <div className="record-acts">{button({ of: 'outages', id, title, followed })}</div>
              </li>
            ))}
            {data.issues.map(({ id, service, title, since, url, followed }) => (
              <li key={id} className="record">
                <div className="record-what">
                  <strong lang="en">{title}</strong>
                  <span className="quiet">{says.issue(service, id, moment(since))}</span>
                </div>
                <div className="record-acts">
                  <a href={url} target="_blank" rel="noopener">
                    {says.seeThere} <Icon name="open" />
                    <span className="hidden">
                      : {title} ({words.tab.opensElsewhere})
                    </span>
                  </a>
                  {button({ of: 'announcements', id, title, followed })}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
