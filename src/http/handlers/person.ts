import { confirmAddress, sendCodeAgain } from '../../app/people/confirmation.ts';
import { me } from '../../app/people/me.ts';
import { changeProfile, type ProfileView, profileOf } from '../../app/people/profile.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract.ts';
import { consentPath } from '../sign-in/consent.ts';

export const personHandlers: Pick<
  Handlers,
  'getMe' | 'getMicrosoftProfile' | 'getProfile' | 'changeProfile' | 'confirmAddress' | 'sendCodeAgain'
> = {
  getMe: async ({ deps, by }) => ok({ status: 200, body: await me(deps, by) }),
  getMicrosoftProfile: async ({ deps: { ownProfiles }, by, shown }) => {
    if (!ownProfiles || shown === undefined)
      return ok({ status: 200, body: { profile: ownProfiles?.known(by.tenantId, by.personId) ?? null } });
    const asked = await ownProfiles.ask(by, shown);
    if (asked.ok) return ok({ status: 200, body: { profile: asked.value } });
    if (asked.error === 'unavailable') return refuse({ code: 'unavailable' });
    return refuse({ code: 'consentNeeded', consent: { page: consentPath, administrator: ownProfiles.administratorConsent(by.tenantId) } });
  },
  getProfile: async ({ deps, by }) => ok({ status: 200, body: await profileOf(deps, by) }),
  changeProfile: async ({ deps, by, body }) => shown(await changeProfile(deps, by, body)),
  confirmAddress: async ({ deps, by, body }) => shown(await confirmAddress(deps, by, body.code)),
  sendCodeAgain: async ({ deps, by }) => shown(await sendCodeAgain(deps, by)),
};

const shown = (result: Result<ProfileView, Refusal>) => (result.ok ? ok({ status: 200 as const, body: result.value }) : result);
