import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { formatTime } from '../../src/domain/time/format.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { isProblem, problemOf } from '../problem.ts';
import { keys } from '../queries.ts';
import type { ProfileView } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';

interface WaitingProps {
  readonly profile: ProfileView & { readonly unconfirmedEmail: string };
  /** It waits no more: confirmed, or taken back. */
  readonly onDone: (after: ProfileView) => void;
}

type Step =
  | { readonly do: 'confirm'; readonly code: string }
  | { readonly do: 'again' }
  /** The address in use is entered anew, which takes the change back. */
  | { readonly do: 'keep' };

/** PN-15: the code for a new address. It stands inside the profile's form, so it has buttons of its own and no form. */
export function WaitingAddress({ profile, onDone }: WaitingProps) {
  const { api, words, locale, timeZone } = useDesk();
  const { addresses: says } = words;
  const { unconfirmedEmail: address, codeWorksUntil, email } = profile;
  const announce = useAnnounce();
  const queries = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const step = useMutation({
    mutationFn: (wanted: Step) => {
      if (wanted.do === 'confirm') return api.send<ProfileView>('POST', '/profile/confirmation', { body: { code: wanted.code } });
      if (wanted.do === 'again') return api.send<ProfileView>('POST', '/profile/confirmation/again');
      return api.send<ProfileView>('PATCH', '/profile', { body: { email } });
    },
    onSuccess: async (after, { do: done }) => {
      queries.setQueryData(keys.profile, after);
      setCode('');
      if (done === 'again') {
        announce(says.sent(address));
        field.current?.focus();
        return;
      }
      announce(done === 'confirm' ? says.confirmed(after.email) : says.withdrawn(after.email));
      onDone(after);
      await queries.invalidateQueries({ queryKey: keys.me });
    },
    // A wrong code may have been the last one, and another device may have been quicker.
    onError: () => void queries.invalidateQueries({ queryKey: keys.profile }),
  });
  useEffect(() => {
    if (step.error) field.current?.focus();
  }, [step.error]);
  const run = (wanted: Step) => {
    if (!step.isPending) step.mutate(wanted);
  };
  const problem = step.error ? problemOf(step.error) : undefined;
  const wrong = problem && isProblem(problem, 'invalid');
  const told = problem && tellShortly(problem, words);
  return (
    <fieldset className="waiting-address">
      <legend>{says.title}</legend>
      <p dir="auto">{codeWorksUntil ? says.codeSent(address, formatTime(codeWorksUntil, timeZone, locale)) : says.noCode(address)}</p>
      {codeWorksUntil && (
        <div className="waiting-code">
          <Field label={says.code} {...(wrong && told ? { validationMessage: told } : {})}>
            <Input
              input={{ ref: field }}
              value={code}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
              onChange={(_, { value }) => setCode(value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                run({ do: 'confirm', code });
              }}
            />
          </Field>
          <Button appearance="primary" disabledFocusable={step.isPending} onClick={() => run({ do: 'confirm', code })}>
            {says.confirm}
          </Button>
        </div>
      )}
      {told && !(wrong && codeWorksUntil) && (
        <p className="fault" role="alert">
          {told}
        </p>
      )}
      <div className="waiting-actions">
        <Button
          appearance={codeWorksUntil ? 'secondary' : 'primary'}
          disabledFocusable={step.isPending}
          icon={step.isPending ? <Spinner size="tiny" /> : undefined}
          onClick={() => run({ do: 'again' })}
        >
          {says.again}
        </Button>
        <Button appearance="subtle" disabledFocusable={step.isPending} onClick={() => run({ do: 'keep' })}>
          {says.withdraw}
        </Button>
      </div>
    </fieldset>
  );
}
