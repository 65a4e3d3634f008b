import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { useTitleFocus } from '../use-title-focus.ts';
import type { ReplyView } from '../wire.ts';
import { useReplies } from './reply-queries.ts';

const dialogs = () => import('./reply-dialogs.tsx');
const ReplyDialog = lazy(() => dialogs().then((m) => ({ default: m.ReplyDialog })));
const RemoveReplyDialog = lazy(() => dialogs().then((m) => ({ default: m.RemoveReplyDialog })));

type Asking = { readonly for: 'add' } | { readonly for: 'change' | 'remove'; readonly reply: ReplyView };

/** AG-3: the saved replies of the desks one leads. */
export function RepliesPage() {
  const { replies: says } = useDesk().words;
  const title = useTitleFocus();
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const query = useReplies();
  const add = (
    <Button appearance="primary" icon={<Icon name="add" />} onClick={() => setAsking({ for: 'add' })}>
      {says.add}
    </Button>
  );
  return (
    <div className="page">
      <div className="page-head">
        <h1 ref={title} tabIndex={-1}>
          {says.title}
        </h1>
        {add}
      </div>
      <p className="quiet">{says.about}</p>
      {query.isPending && <RowsSkeleton />}
      {query.error && !query.data && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Empty title={says.none} why={says.noneWhy} />}
      <ul className="records">
        {query.data?.map((reply) => (
          <li key={reply.id} className="record">
            <div className="record-what">
              <strong dir="auto">{reply.title}</strong>
              <span className="quiet reply-text" dir="auto">
                {reply.text}
              </span>
            </div>
            <span className="quiet">
              {reply.deskName} · {says.languages[reply.locale]}
            </span>
            <div className="record-acts">
              <Button size="small" aria-label={`${says.change}: ${reply.title}`} onClick={() => setAsking({ for: 'change', reply })}>
                {says.change}
              </Button>
              <Button size="small" aria-label={`${says.remove}: ${reply.title}`} onClick={() => setAsking({ for: 'remove', reply })}>
                {says.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {asking?.for === 'add' && <ReplyDialog onClose={close} />}
        {asking?.for === 'change' && <ReplyDialog reply={asking.reply} onClose={close} />}
        {asking?.for === 'remove' && <RemoveReplyDialog reply={asking.reply} onClose={close} />}
      </Suspense>
    </div>
  );
}
