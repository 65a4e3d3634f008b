import { Button, Field, Input, Select, Spinner } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { locales } from '../../src/domain/i18n/locale.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FailureView } from '../components/failure-view.tsx';
import { OwnProfile } from '../components/own-profile.tsx';
import { FormSkeleton } from '../components/skeletons.tsx';
import { WaitingAddress } from '../components/waiting-address.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { keys, useCatalogue, useProfile } from '../queries.ts';
import { useTitleFocus } from '../use-title-focus.ts';
import type { ProfileView } from '../wire.ts';
import { NoticeChoices } from './notice-choices.tsx';
import { OwnData } from './own-data.tsx';
import '../styles/choices.css';
import { changesOf, type Filled, filled } from './profile-changes.ts';
import { QuietTime } from './quiet-time.tsx';
import { SummaryTime } from './summary-time.tsx';

export function ProfilePage() {
  const { me, words } = useDesk();
  const { profile: says } = words.tab;
  const title = useTitleFocus();
  const query = useProfile();
  return (
    <div className="page page-form">
      <h1 ref={title} tabIndex={-1}>
        {says.title}
      </h1>
      <p className="quiet">{says.about}</p>
      <dl className="facts">
        <dt>{says.signedIn}</dt>
        <dd dir="auto">{me.actingAs}</dd>
        <dt>{says.roles}</dt>
        <dd>{me.roles.map((role) => words.cases.roles[role]).join(', ')}</dd>
      </dl>
      <OwnProfile />
      {query.data ? (
        <ProfileForm profile={query.data} />
      ) : query.error ? (
        <FailureView error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <FormSkeleton />
      )}
      <OwnData />
    </div>
  );
}

function ProfileForm({ profile }: { readonly profile: ProfileView }) {
  const { api, words } = useDesk();
  const { profile: says, save } = words.tab;
  const announce = useAnnounce();
  const queries = useQueryClient();
  const zones = useCatalogue().data?.timeZones ?? [];
  const [values, setValues] = useState<Filled>(() => filled(profile));
  const set = (change: Partial<Filled>) => setValues((before) => ({ ...before, ...change }));
  const change = useMutation({
    mutationFn: (body: Partial<Filled>) => api.send<ProfileView>('PATCH', '/profile', { body }),
    onSuccess: async (after) => {
      queries.setQueryData(keys.profile, after);
      setValues(filled(after));
      await queries.invalidateQueries({ queryKey: keys.me });
      announce(
        after.unconfirmedEmail === profile.unconfirmedEmail ? says.saved : words.addresses.waiting(after.unconfirmedEmail ?? after.email),
      );
    },
  });
  const problem = change.error ? problemOf(change.error) : undefined;
  const faultOf = (field: string) => problem?.body.issues?.find((issue) => issue.field === field)?.message;
  const message = (field: string) => {
    const fault = faultOf(field);
    return fault ? { validationMessage: fault } : {};
  };
  const send = () => {
    if (change.isPending) return;
    const changes = changesOf(filled(profile), values);
    if (Object.keys(changes).length === 0) announce(says.unchanged);
    else change.mutate(changes);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={says.displayName} {...message('displayName')}>
        <Input value={values.displayName} maxLength={100} dir="auto" onChange={(_, { value }) => set({ displayName: value })} />
      </Field>
      <Field label={says.email} hint={says.emailHint} {...message('email')}>
        <Input type="email" value={values.email} maxLength={254} onChange={(_, { value }) => set({ email: value })} />
      </Field>
      {profile.unconfirmedEmail !== null && (
        <WaitingAddress
          key={profile.unconfirmedEmail}
          profile={{ ...profile, unconfirmedEmail: profile.unconfirmedEmail }}
          onDone={({ email }) => set({ email })}
        />
      )}
      <Field label={says.phone} {...message('phone')}>
        <Input type="tel" value={values.phone} maxLength={31} onChange={(_, { value }) => set({ phone: value })} />
      </Field>
      <Field label={says.language}>
        <Select value={values.locale} onChange={(_, { value }) => set({ locale: locales.find((l) => l === value) ?? values.locale })}>
          {locales.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {says.languages[locale]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={says.timeZone} {...message('timeZone')}>
        <Select value={values.timeZone} onChange={(_, { value }) => set({ timeZone: value })}>
          {[...new Set([values.timeZone, ...zones])].map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </Field>
      <NoticeChoices values={values} set={set} ways={profile.ways} />
      <QuietTime values={values} set={set} fault={faultOf('quiet')} />
      <SummaryTime values={values} set={set} />
      {problem && (
        <p className="fault" role="alert">
          {tellShortly(problem, words)}
        </p>
      )}
      <div>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={change.isPending}
          icon={change.isPending ? <Spinner size="tiny" /> : undefined}
        >
          {save}
        </Button>
      </div>
    </form>
  );
}
