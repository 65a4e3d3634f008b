import { Button } from '@fluentui/react-components';
import { type RefObject, useState } from 'react';
import { copyText } from '../clipboard.ts';
import { useDesk } from '../desk.tsx';
import { addressOf, addressOfCase } from '../route.ts';
import type { CaseView } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './icon.tsx';
import { Parts } from './parts.tsx';
import { Stages } from './stages.tsx';
import { StatusWord } from './status-word.tsx';
import { Target } from './target.tsx';
import { When } from './when.tsx';

/** Number, title, and the status as a word with its meaning; who, when, which desk. */
export function CaseHead({ view, title }: { readonly view: CaseView; readonly title: RefObject<HTMLHeadingElement | null> }) {
  const { words } = useDesk();
  const { case: says } = words.tab;
  const opener = view.openedBy.you ? says.you : view.openedBy.name;
  const [before = '', after = ''] = says.openedLine(opener, '\u0000').split('\u0000');
  return (
    <header className="case-head">
      <p className="case-number">
        {view.number} <CopyLink view={view} />
        <Button
          as="a"
          size="small"
          appearance="subtle"
          icon={<Icon name="print" />}
          href={addressOf({ page: 'print', number: view.number })}
        >
          {words.tab.print.print}
        </Button>
      </p>
      <h1 id="case-title" ref={title} tabIndex={-1} dir="auto">
        {view.title}
      </h1>
      <p className="case-status">
        <StatusWord status={view.status} text={view.statusText} />
        <span className="case-meaning">{words.cases.statusMeanings[view.status]}</span>
      </p>
      <p className="case-who">
        <span>
          {before}
          <When at={view.openedAt} />
          {after} {says.forTenant(view.tenant.name)}
        </span>
        <span>{view.deskName}</span>
        {view.country && <span>{view.country.name}</span>}
        <Target target={view.target} />
        {view.filedByDomain && <span className="exception">{words.cases.exception.badge}</span>}
        {view.escalatedAt && <span className="escalated">{words.cases.escalated}</span>}
      </p>
      <Stages view={view} />
      <Parts view={view} />
    </header>
  );
}

function CopyLink({ view }: { readonly view: CaseView }) {
  const { words } = useDesk();
  const { case: says } = words.tab;
  const announce = useAnnounce();
  const [byHand, setByHand] = useState(false);
  // The desk's own address: Teams asks the bot what to show for it, and a mail's reader can follow it in any browser.
  const link = new URL(addressOfCase(view.number), window.location.origin).href;
  const copy = async () => {
    if (await copyText(link)) announce(says.linkCopied);
    else setByHand(true);
  };
  return (
    <>
      <Button size="small" appearance="subtle" icon={<Icon name="link" />} onClick={copy}>
        {says.copyLink}
      </Button>
      {byHand && (
        <input className="link-field" readOnly value={link} aria-label={says.copyByHand} onFocus={(event) => event.target.select()} />
      )}
    </>
  );
}
