import { useDesk } from '../desk.tsx';
import type { CaseView, FileView } from '../wire.ts';
import { FileList } from './file-list.tsx';
import { When } from './when.tsx';

/** What the form said, in the reader's words, and what belongs to the case. */
export function CaseDetails({ view }: { readonly view: CaseView }) {
  const { words } = useDesk();
  const { case: says } = words.tab;
  const { attributes } = words.cases;
  const files = filesOf(view);
  const assigned = view.permitted.includes('note') ? (view.assignedTo?.name ?? attributes.nobody) : null;
  return (
    <aside className="case-details" aria-labelledby="details-title">
      <h2 id="details-title">{says.details}</h2>
      <dl>
        <dt>{attributes.caseType}</dt>
        <dd>
          {view.caseTypeName} <span className="quiet">· {view.categoryName}</span>
        </dd>
        {assigned !== null && (
          <>
            <dt>{attributes.assignedTo}</dt>
            <dd dir="auto">{view.assignedTo?.you ? `${assigned} (${says.you})` : assigned}</dd>
          </>
        )}
        {view.requester.id !== view.openedBy.id && (
          <>
            <dt>{attributes.requester}</dt>
            <dd dir="auto">{view.requester.you ? says.you : view.requester.name}</dd>
          </>
        )}
        {view.exception && (
          <>
            <dt>{words.cases.exception.badge}</dt>
            <dd className="written">{view.exception}</dd>
          </>
        )}
        {view.severity && !view.details.some(({ field }) => field === 'severity') && (
          <>
            <dt>{attributes.severity}</dt>
            <dd>{view.severity}</dd>
          </>
        )}
        <TargetFacts target={view.target} />
        {view.description && (
          <>
            <dt>{says.description}</dt>
            <dd className="written" dir="auto">
              {view.description}
            </dd>
          </>
        )}
        {view.details.map(({ field, label, text }) => (
          <div key={field} className="detail">
            <dt>{label}</dt>
            <dd className="written" dir="auto">
              {text}
            </dd>
          </div>
        ))}
        {view.missing.length > 0 && (
          <>
            <dt>{attributes.missing}</dt>
            <dd>{view.missing.join(', ')}</dd>
          </>
        )}
        {view.contacts.length > 0 && (
          <>
            <dt>{says.contacts}</dt>
            {view.contacts.map(({ address, note }) => (
              <dd key={address} className="written" dir="auto">
                {address}
                {note && <span className="quiet"> ({note})</span>}
              </dd>
            ))}
          </>
        )}
        <dt>{attributes.updatedAt}</dt>
        <dd>
          <When at={view.updatedAt} />
        </dd>
      </dl>
      {view.filed.map((form) => (
        <FiledForm key={form.caseType} form={form} />
      ))}
      <h3>
        {says.attachments} {files.length > 0 && <span className="quiet">({files.length})</span>}
      </h3>
      {files.length > 0 ? <FileList caseId={view.id} files={files} /> : <p className="quiet">{says.noAttachments}</p>}
      <p className="acting-as" dir="auto">
        {view.actingAs}
      </p>
    </aside>
  );
}

/** AG-2: what was typed for a form that the case had before it was moved. */
function FiledForm({ form }: { readonly form: CaseView['filed'][number] }) {
  const { attributes } = useDesk().words.cases;
  return (
    <>
      <h3>{attributes.asFiled(form.name)}</h3>
      <dl>
        {form.details.map(({ field, label, text }) => (
          <div key={field} className="detail">
            <dt>{label}</dt>
            <dd className="written" dir="auto">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The form's files and those of the entries shown, each once. */
function filesOf({ files, timeline }: CaseView): readonly FileView[] {
  const all = [...files, ...timeline.flatMap((entry) => entry.files)];
  return [...new Map(all.map((file) => [file.id, file])).values()];
}

/** SLA-1: the target as an instant, by which clock it runs, and how it stands. */
function TargetFacts({ target }: { readonly target: CaseView['target'] }) {
  const { attributes } = useDesk().words.cases;
  return (
    <>
      <dt>{attributes.target}</dt>
      <dd>
        {target.state === 'none' ? (
          attributes.noTarget
        ) : (
          <>
            <When at={target.dueAt} /> · {target.clock && `${attributes.clocks[target.clock]} · `}
            {attributes.targetStates[target.state]}
          </>
        )}
      </dd>
    </>
  );
}
