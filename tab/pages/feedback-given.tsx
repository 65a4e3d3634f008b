import { CsvButton } from '../components/csv-button.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { Icon } from '../components/icon.tsx';
import { RowsSkeleton } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { useDesk } from '../desk.tsx';
import { useFeedback } from '../queries.ts';
import { addressOf } from '../route.ts';
import { affectionIn } from './feedback-form.tsx';

/** What the organisation's people said; the tenant's administrator reads it. */
export function FeedbackGiven() {
  const { words } = useDesk();
  const { feedback: says } = words.tab;
  const query = useFeedback(true);
  return (
    <section aria-labelledby="given">
      <div className="page-head">
        <h2 id="given">{says.given}</h2>
        {query.data && query.data.length > 0 && <CsvButton path="/feedback.csv" name="feedback" list={says.given} />}
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.error && <FailureView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Empty title={says.none} why={says.noneWhy} />}
      <ul className="given">
        {query.data?.map((one) => (
          <li key={one.id} className="card">
            <p>
              <Icon name={one.useful ? 'good' : 'warning'} /> <strong>{one.useful ? says.wasUseful : says.wasNotUseful}</strong>
              {one.language && ` · ${says.languageWas(says.languages[one.language])}`}
              {one.affectedBy.length > 0 && ` · ${one.affectedBy.map((id) => affectionIn(words, id)).join(', ')}`}
            </p>
            {one.words && (
              <p className="written" dir="auto">
                {one.words}
              </p>
            )}
            <p className="quiet">
              <span dir="auto">{one.personName}</span> · <When at={one.at} />
              {one.caseId && (
                <>
                  {' · '}
                  <a href={addressOf({ page: 'case', number: one.caseId })}>{words.cases.actions.view}</a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
