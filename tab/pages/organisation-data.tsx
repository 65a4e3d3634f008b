import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { Suspense, useRef, useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { DownloadButton } from '../components/download-button.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { FormSkeleton } from '../components/skeletons.tsx';
import { useDesk } from '../desk.tsx';
import type { FoundPerson, LeaverNamesAnswer } from '../wire.ts';
import { EraseDialog } from './organisation-erase-dialog.tsx';
import { PeopleSearch } from './organisation-people.tsx';
import { organisationKeys, useLeaverNames } from './organisation-queries.ts';
import { RuleFoot, useRuleChange } from './organisation-rule.tsx';

/** G-15: what is kept of a person, exported or erased on their behalf. */
export function OrganisationData() {
  const { me, words } = useDesk();
  const { data: says } = words.tab.organisation;
  const title = useRef<HTMLHeadingElement>(null);
  const query = useLeaverNames();
  const [erasing, setErasing] = useState<FoundPerson>();
  const [round, setRound] = useState(0);
  return (
    <section aria-labelledby="data">
      <h2 id="data" ref={title} tabIndex={-1}>
        {says.title}
      </h2>
      <p className="quiet">{says.about}</p>
      {query.data ? (
        <NamesForm rule={query.data} />
      ) : query.error ? (
        <FailureView error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <FormSkeleton />
      )}
      <PeopleSearch key={round} label={says.find} leavers>
        {(person) => (
          <>
            <DownloadButton
              path={`/organisation/people/${person.id}/data`}
              name={`${person.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.json`}
              text={says.export}
              says={says.exportOf(person.name)}
              size="small"
            />
            {person.id !== me.person.id && (
              <Button size="small" aria-label={says.eraseOf(person.name)} onClick={() => setErasing(person)}>
                {says.erase}
              </Button>
            )}
          </>
        )}
      </PeopleSearch>
      {erasing && query.data && (
        <Suspense fallback={null}>
          <EraseDialog
            person={erasing}
            names={query.data.names}
            onClose={(done) => {
              setErasing(undefined);
              if (!done) return;
              setRound(round + 1);
              title.current?.focus();
            }}
          />
        </Suspense>
      )}
    </section>
  );
}

const choices = ['kept', 'erased'] as const satisfies readonly LeaverNamesAnswer['names'][];

function NamesForm({ rule }: { readonly rule: LeaverNamesAnswer }) {
  const { data: says, unchanged } = useDesk().words.tab.organisation;
  const announce = useAnnounce();
  const [names, setNames] = useState(rule.names);
  const change = useRuleChange<LeaverNamesAnswer>('/organisation/leaver-names', organisationKeys.names);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (names === rule.names) return announce(unchanged);
        if (!change.isPending) change.mutate({ version: rule.version, body: { names } });
      }}
    >
      <Field label={says.names}>
        <RadioGroup value={names} onChange={(_, { value }) => setNames(choices.find((one) => one === value) ?? names)}>
          {choices.map((one) => (
            <Radio key={one} value={one} label={says[one]} />
          ))}
        </RadioGroup>
      </Field>
      <RuleFoot rule={rule} change={change} />
    </form>
  );
}
