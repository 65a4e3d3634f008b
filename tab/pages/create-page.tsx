import { Button, Spinner, ToggleButton } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { CustomerField } from '../components/customer-field.tsx';
import { Elsewhere } from '../components/elsewhere.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { KnownHealth } from '../components/known-health.tsx';
import { CardsSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { isProblem, problemOf } from '../problem.ts';
import { useCatalogue } from '../queries.ts';
import { go } from '../use-route.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import '../styles/create.css';
import type { CaseTypeView, Catalogue, DeskView, DraftView } from '../wire.ts';
import { DraftList } from './draft-list.tsx';

const ByDomainDialog = lazy(() => import('../components/by-domain-dialog.tsx').then((m) => ({ default: m.ByDomainDialog })));
const SelfHelpDialog = lazy(() => import('../components/self-help-dialog.tsx').then((m) => ({ default: m.SelfHelpDialog })));

/** Chooses what a case is about; the form itself is a draft with an address of its own. */
export function CreatePage() {
  const { me, words } = useDesk();
  const { create: says } = words.tab;
  const title = useTitleFocus();
  const catalogue = useCatalogue();
  const { why } = words.refusals;
  return (
    <div className="page">
      <h1 ref={title} tabIndex={-1}>
        {says.title}
      </h1>
      <p className="acting-as" dir="auto">
        {me.actingAs}
      </p>
      {me.mayOpen ? (
        <>
          <DraftList heading={says.resume} />
          {catalogue.data ? (
            <Chooser catalogue={catalogue.data} />
          ) : catalogue.error ? (
            <FailureView error={catalogue.error} onRetry={() => void catalogue.refetch()} />
          ) : (
            <CardsSkeleton />
          )}
        </>
      ) : (
        <Empty title={says.cannot} why={me.roles.includes('guest') ? why.guest : why.notOfThisDesk} />
      )}
    </div>
  );
}

function Chooser({ catalogue }: { readonly catalogue: Catalogue }) {
  const { api, words } = useDesk();
  const { create: says } = words.tab;
  const begin = useMutation({
    mutationFn: ({ type, customer }: { readonly type: CaseTypeView; readonly customer: string | null }) =>
      api.send<DraftView>('POST', '/drafts', {
        body: { caseType: type.id, ...(customer && { onBehalfOf: customer, ...(type.selfHelp.length > 0 && { selfHelp: 'notSolved' }) }) },
      }),
    onSuccess: (draft) => go({ page: 'draft', id: draft.id }),
  });
  const open = catalogue.desks.filter((desk) => desk.mayOpen || desk.mayOpenForCustomers);
  const [chosen, choose] = useState(open[0]?.id);
  const desk = open.find(({ id }) => id === chosen);
  return (
    <>
      {begin.error && (
        <p className="fault" role="alert">
          {isProblem(begin.error) ? tellShortly(begin.error, words) : tellShortly(problemOf(begin.error), words)}
        </p>
      )}
      {open.length > 1 && (
        <fieldset className="desks">
          <legend className="hidden">{says.desks}</legend>
          {open.map(({ id, name }) => (
            <ToggleButton key={id} appearance="subtle" checked={id === chosen} onClick={() => choose(id)}>
              {name}
            </ToggleButton>
          ))}
        </fieldset>
      )}
      {desk && (
        <DeskTypes
          key={desk.id}
          desk={desk}
          opening={begin.isPending ? begin.variables.type.id : undefined}
          onChoose={(type, customer) => begin.mutate({ type, customer })}
        />
      )}
    </>
  );
}

interface DeskTypesProps {
  readonly desk: DeskView;
  readonly opening: string | undefined;
  /** `null`: for one's own organisation. */
  readonly onChoose: (type: CaseTypeView, customer: string | null) => void;
}

function DeskTypes({ desk, opening, onChoose }: DeskTypesProps) {
  const { create: says } = useDesk().words.tab;
  const groups = [...new Set(desk.caseTypes.map(({ category }) => category))];
  const [customer, setCustomer] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [helped, setHelped] = useState<CaseTypeView>();
  const choose = (type: CaseTypeView) => {
    if (!customer && !desk.mayOpen) setMissing(true);
    else if (customer && type.selfHelp.length > 0) setHelped(type);
    else onChoose(type, customer);
  };
  return (
    <section aria-labelledby={`desk-${desk.id}`}>
      <h2 id={`desk-${desk.id}`}>{desk.name}</h2>
      <p className="quiet">{desk.about}</p>
      {desk.mayOpenForCustomers && (
        <CustomerField
          desk={desk}
          fault={missing && !customer ? says.customerNeeded : undefined}
          onChange={(id) => {
            setCustomer(id);
            setMissing(false);
          }}
        />
      )}
      <ByDomain desk={desk} />
      <KnownHealth desk={desk.id} />
      {groups.map((category) => (
        <TypeGroup key={category} types={desk.caseTypes.filter((type) => type.category === category)} opening={opening} onChoose={choose} />
      ))}
      <Elsewhere subjects={desk.elsewhere} />
      {helped && (
        <Suspense fallback={null}>
          <SelfHelpDialog
            desk={desk}
            type={helped}
            customer={customer}
            onGo={() => {
              setHelped(undefined);
              onChoose(helped, customer);
            }}
            onClose={() => setHelped(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}

/** CS-3: a customer with whom there is no relationship. */
function ByDomain({ desk }: { readonly desk: DeskView }) {
  const { exception } = useDesk().words.cases;
  const [asks, ask] = useState<'selfHelp' | 'domain' | null>(null);
  const type = desk.caseTypes.find(({ byDomain }) => byDomain);
  if (!type) return null;
  return (
    <div className="customer">
      <Button onClick={() => ask(type.selfHelp.length > 0 ? 'selfHelp' : 'domain')}>{exception.title}</Button>
      {asks && (
        <Suspense fallback={null}>
          {asks === 'selfHelp' ? (
            <SelfHelpDialog desk={desk} type={type} customer={null} onGo={() => ask('domain')} onClose={() => ask(null)} />
          ) : (
            <ByDomainDialog type={type} onBegun={({ id }) => go({ page: 'draft', id })} onClose={() => ask(null)} />
          )}
        </Suspense>
      )}
    </div>
  );
}

interface TypeGroupProps {
  readonly types: readonly CaseTypeView[];
  readonly opening: string | undefined;
  readonly onChoose: (type: CaseTypeView) => void;
}

function TypeGroup({ types, opening, onChoose }: TypeGroupProps) {
  const { create: says } = useDesk().words.tab;
  const [first] = types;
  if (!first) return null;
  return (
    <>
      <h3 id={`category-${first.category}`}>{first.categoryName}</h3>
      <ul className="cards" aria-labelledby={`category-${first.category}`}>
        {types.map((type) => (
          <li key={type.id}>
            <button
              type="button"
              className="card card-button"
              aria-disabled={opening !== undefined}
              onClick={() => opening === undefined && onChoose(type)}
            >
              <strong>{type.name}</strong>
              <span>{type.about}</span>
              <span className="quiet">{type.ready}</span>
              {opening === type.id && <Spinner size="tiny" label={says.beginning} />}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
