import { Button } from '@fluentui/react-components';
import { Suspense } from 'react';
import { Empty } from '../components/empty.tsx';
import { ListPane } from '../components/list-pane.tsx';
import { CaseSkeleton } from '../components/skeletons.tsx';
import { CasePane } from '../pieces.ts';
import { addressOf, type Filter } from '../route.ts';
import { useShell } from '../shell.tsx';
import type { ListName } from '../wire.ts';

interface CasesPageProps {
  /** Absent for those who have no list, such as guests. */
  readonly list?: ListName;
  readonly filter?: Filter;
  readonly number?: string | undefined;
}

/** A list and, beside or over it, the case that is open. */
export function CasesPage({ list, filter, number }: CasesPageProps) {
  return (
    <div className="panes" data-case={number !== undefined}>
      {list && filter ? <ListPane list={list} filter={filter} shown={number} /> : !number && <NoLists />}
      {number !== undefined && (
        <Suspense
          fallback={
            <div className="case-pane">
              <CaseSkeleton />
            </div>
          }
        >
          <CasePane key={number} number={number} />
        </Suspense>
      )}
    </div>
  );
}

function NoLists() {
  const { me, words } = useShell();
  const why = me.roles.includes('guest') ? words.refusals.why.guest : words.refusals.notAllowed;
  return (
    <div className="list-pane">
      <Empty title={words.tab.list.noLists} why={why}>
        {me.mayOpen && (
          <Button as="a" appearance="primary" href={addressOf({ page: 'new' })}>
            {words.tab.nav.create}
          </Button>
        )}
      </Empty>
    </div>
  );
}
