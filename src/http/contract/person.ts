import * as z from 'zod';
import { profileChange } from '../../app/people/profile.ts';
import type { Operation } from '../operation.ts';
import { meView, ownProfile, profileView } from '../schemas/person.ts';
import { writing } from './writing.ts';

/** Oneself. */
export const personOperations = {
  getMe: {
    method: 'GET',
    path: '/me',
    summary: 'Who one is, what one may, and how much is waiting',
    answers: { 200: meView },
    problems: [],
  },
  getProfile: { method: 'GET', path: '/profile', summary: 'One’s own profile', answers: { 200: profileView }, problems: [] },
  getMicrosoftProfile: {
    method: 'GET',
    path: '/profile/microsoft',
    summary: 'What Microsoft says of oneself to oneself: `null` where the desk knows it without asking, or can’t ask',
    answers: { 200: z.object({ profile: ownProfile.nullable() }) },
    problems: ['consentNeeded'],
  },
  changeProfile: {
    method: 'PATCH',
    path: '/profile',
    summary: 'Changes what is given of one’s profile; a new address waits until the code sent to it is typed in',
    body: profileChange,
    answers: { 200: profileView },
    problems: [...writing, 'tooSoon'],
  },
  confirmAddress: {
    method: 'POST',
    path: '/profile/confirmation',
    summary: 'Confirms the waiting address with the code that was sent to it; from then on it is the one in use',
    body: z.strictObject({ code: z.string().max(40) }),
    answers: { 200: profileView },
    problems: [...writing, 'nothingToConfirm'],
  },
  sendCodeAgain: {
    method: 'POST',
    path: '/profile/confirmation/again',
    summary: 'Sends a new code to the waiting address; the one before no longer works',
    answers: { 200: profileView },
    problems: ['nothingToConfirm', 'tooSoon'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
