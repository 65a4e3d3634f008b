import '../styles/organisation.css';
import { DownloadButton } from '../components/download-button.tsx';
import { useDesk } from '../desk.tsx';
import { addressOf } from '../route.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import { OrganisationClosing } from './organisation-closing.tsx';
import { OrganisationData } from './organisation-data.tsx';
import { OrganisationGrants } from './organisation-grants.tsx';
import { OrganisationTransfer } from './organisation-transfer.tsx';

/** What a tenant's administrator decides for the organisation. */
export function OrganisationPage() {
  const { me, words } = useDesk();
  const { organisation: says, errors } = words.tab;
  const title = useTitleFocus();
  const day = new Date().toISOString().slice(0, 10);
  if (!me.mayManageOrganisation) {
    return (
      <div className="page page-form">
        <h1 ref={title} tabIndex={-1}>
          {errors.unknownPage}
        </h1>
        <p>{words.refusals.notAllowed}</p>
      </div>
    );
  }
  return (
    <div className="page page-form organisation">
      <h1 ref={title} tabIndex={-1}>
        {says.title}
      </h1>
      <p className="quiet" dir="auto">
        {says.about(me.tenant.name)}
      </p>
      <OrganisationGrants />
      <OrganisationClosing />
      <OrganisationTransfer />
      <section aria-labelledby="audit">
        <h2 id="audit">{says.audit.title}</h2>
        <p className="quiet">{says.audit.about}</p>
        <div className="row">
          {(['csv', 'json'] as const).map((format) => (
            <DownloadButton key={format} path={`/audit?format=${format}`} name={`audit-${day}.${format}`} text={says.audit[format]} />
          ))}
        </div>
      </section>
      <OrganisationData />
      <section aria-labelledby="said">
        <h2 id="said">{says.feedback.title}</h2>
        <p className="quiet">{says.feedback.about}</p>
        <a href={addressOf({ page: 'feedback', caseId: null })}>{says.feedback.go}</a>
      </section>
    </div>
  );
}
