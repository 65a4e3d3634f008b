/** What HTTP itself refuses, before a use case is asked: for those who write clients, and for people whose session has ended. */
export const api = {
  problems: {
    unauthenticated: { title: 'Not signed in', detail: 'Send a valid access token as a bearer token. If you had one, sign in again.' },
    unknownPerson: {
      title: 'Not known here',
      detail: 'You are signed in, but your organisation does not use this desk, or you no longer belong to it.',
    },
    tenantSuspended: {
      title: 'Your organisation is suspended',
      detail: 'The desk does not serve your organisation for now. Nothing of it is lost; an administrator of yours can ask the desk why.',
    },
    tenantWaiting: {
      title: 'Your organisation is not admitted yet',
      detail:
        'The desk serves organisations that it has admitted, and knows now that yours has come. Please try again later, or ask an administrator of yours.',
    },
    insufficientScope: {
      title: 'Not in this credential’s scope',
      detail: 'This credential was not made for that. An administrator can make one that is.',
    },
    crossSite: {
      title: 'Not from the desk’s own page',
      detail: 'With a session, changes are taken from the desk’s own page only. Open the desk and try again there.',
    },
    consentNeeded: {
      title: 'Your consent is needed',
      detail: 'Microsoft lets the desk read your profile only once you have agreed. Agree on the page named here, then try again.',
    },
    malformedRequest: { title: 'Unreadable request', detail: 'The request can’t be read. Check its address, its headers and its JSON.' },
    unsupportedMediaType: { title: 'Unsupported media type', detail: 'Send the body as application/json, in UTF-8 and not compressed.' },
    tooLarge: { title: 'Too large', detail: 'The body of this request may be at most 256 kB.' },
    preconditionRequired: {
      title: 'Version required',
      detail: 'Send the version you saw: the case’s ETag, as the header If-Match.',
    },
    methodNotAllowed: {
      title: 'Method not allowed',
      detail: 'This address does not know that method. The header Allow names those it knows.',
    },
    tooManyRequests: {
      title: 'Too many requests',
      detail: 'Too many requests came in a short time. Nothing of this one was done; please try again in a moment.',
    },
    unavailable: { title: 'Not available now', detail: 'The desk is busy or starting. Please try again in a moment.' },
    unexpected: { title: 'A fault of ours', detail: 'Something went wrong on our side. Nothing was lost; please try again in a moment.' },
  },
  noSuchRecord: 'There is no such thing, or you may not see it. Look for it in the list that it is from.',
  noSuchAddress: 'There is nothing at this address.',
};
