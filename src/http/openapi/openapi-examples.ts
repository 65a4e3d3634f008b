import type { OperationName } from '../contract.ts';
import type { Problem } from '../schemas/problem.ts';

const problem: Problem = {
  type: '/problems/invalid',
  title: 'Something has to be corrected',
  status: 422,
  detail: 'Please correct what is marked. Everything you entered is kept.',
  code: 'invalid',
  requestId: '3f0c1d52-8a1e-4a0b-9d37-6c2b1f7e5a90',
  issues: [{ field: 'requestedAt', code: 'inThePast', message: 'This time is already past. Choose a later one.' }],
};

const bodies: Partial<Record<OperationName, unknown>> = {
  changeProfile: {
    locale: 'fr',
    timeZone: 'Europe/Paris',
    notices: { chat: true, email: true, except: { email: ['status'] } },
    quiet: { hours: { from: '18:00', to: '08:00' }, days: [6, 7], email: false },
    summary: { at: '08:00', days: 'weekdays' },
  },
  confirmAddress: { code: '40718293' },
  setClosingRule: { who: 'named', people: ['1a6f0c52-7b1d-4c39-8e24-90d5b3a7c102'] },
  setLeaverNames: { names: 'erased' },
  beginDraft: { caseType: 'portIn' },
  saveDraft: { input: { title: 'Port our Lyon numbers', country: 'FR' } },
  submitDraft: {},
  openCase: {
    caseType: 'numberAcquisition',
    input: {
      title: 'Numbers for the new office',
      description: 'Fifty numbers for the office that opens in March.',
      country: 'US',
      numberType: 'userGeographic',
      selfServiceTried: 'yes',
      quantity: 50,
      state: 'Washington',
      city: 'Seattle',
    },
  },
  comment: { text: 'The carrier has confirmed the date.' },
  ask: { text: 'Which site are these numbers for?' },
  assign: { to: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c902' },
  resolve: { text: 'All numbers are in place.' },
  cancel: { reason: 'noLongerNeeded' },
  closeUnresolved: { reason: 'noAnswer' },
  edit: { title: 'Port our numbers of Lyon and Nice', contacts: ['ana@example.org'] },
  defineProblem: { text: 'The service ends whenever the backup begins.' },
  proposeSplit: { parts: ['The service stops during the backup', 'The backup takes the whole night'] },
  answerDefinition: { agreed: true },
  answerSolution: { agreed: false, text: 'It stopped again last night.' },
  answerSplit: { agreed: true },
  proposeSolution: { text: 'Install the update of November.' },
  askToClose: { text: 'We found it ourselves.' },
  changeWork: { aroundTheClock: true, reachable: 'Ada Lund, +33 4 72 00 00 00' },
  escalate: { text: 'The office opens on Monday and nobody can call it.' },
  transfer: { to: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c101' },
  move: { caseType: 'portIn', text: 'These numbers come from another carrier.' },
  setStage: { stage: 'transferApproved', text: 'The carrier agreed to 3 March.' },
  changeSeverity: { severity: 'A', text: 'Production is down since noon.' },
  reopen: { text: 'It happens again.' },
  changeCases: { do: 'take', cases: [{ id: '01a1f9a4-5964-7677-8f0a-038a010c4b09', version: 1 }] },
  allowTenant: { id: '11111111-2222-4333-8444-555555555555', name: 'Woodgrove Bank', kind: 'customer' },
  suspendTenant: { reason: 'The contract has ended.' },
  removeTenant: { name: 'Woodgrove Bank', exportKept: true },
  createIntegration: { name: 'Monitoring', scopes: ['cases:read'], days: 90 },
  rotateIntegration: { overlapHours: 24, days: 90 },
  sendTestNotice: { way: 'email' },
  transferCases: { to: '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c101' },
  correctList: {
    corrections: [
      { row: 3, value: '+33472000003' },
      { row: 9, value: null },
    ],
  },
  giveFeedback: { useful: true, language: 'good', affectedBy: ['speed'], words: 'Thank you.' },
};

export const examples = { problem, bodies } as const;
