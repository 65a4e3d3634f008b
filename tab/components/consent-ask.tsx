import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { askConsent } from '../consent.ts';
import type { ProblemBody } from '../problem.ts';
import { useWords } from '../shell.tsx';
import { useAnnounce } from './announcer.tsx';

interface ConsentAskProps {
  readonly consent: NonNullable<ProblemBody['consent']>;
  /** They agreed: whatever needed it goes on. */
  readonly onAgreed: () => void;
}

/** ID-4: Microsoft wants somebody to agree first. That is asked for here, and is no error. */
export function ConsentAsk({ consent, onAgreed }: ConsentAskProps) {
  const { consent: says } = useWords().tab.signIn;
  const announce = useAnnounce();
  const [state, setState] = useState<'asking' | 'waiting' | 'refused'>('asking');
  const agree = async () => {
    setState('waiting');
    const agreed = await askConsent(consent.page);
    setState(agreed ? 'asking' : 'refused');
    announce(agreed ? says.done : says.refused);
    if (agreed) onAgreed();
  };
  return (
    <MessageBar intent="info" layout="multiline" className="note">
      <MessageBarBody>
        <MessageBarTitle>{says.title}</MessageBarTitle>
        {state === 'waiting' ? says.waiting : state === 'refused' ? says.refused : says.why}
        {consent.administrator && (
          <>
            {' '}
            {says.administrator} <a href={consent.administrator}>{consent.administrator}</a>
          </>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={state === 'waiting'} onClick={agree}>
          {says.agree}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
