import { me } from '../../app/me.ts';
import { changeProfile, profileOf } from '../../app/profile.ts';
import { ok } from '../../domain/result.ts';
import type { Handlers } from '../contract.ts';

export const personHandlers: Pick<Handlers, 'getMe' | 'getProfile' | 'changeProfile'> = {
  getMe: async ({ deps, by }) => ok({ status: 200, body: await me(deps, by) }),
  getProfile: async ({ deps, by }) => ok({ status: 200, body: await profileOf(deps, by) }),
  changeProfile: async ({ deps, by, body }) => {
    const changed = await changeProfile(deps, by, body);
    return changed.ok ? ok({ status: 200, body: changed.value }) : changed;
  },
};
