import { app, authentication } from '@microsoft/teams-js';
import { hearOtherWindows, tellOtherWindows } from './own-session.ts';
import { isFramed, knownOrigins } from './session.ts';

/** Milliseconds that somebody has to agree before this page stops waiting for them. */
const patience = 10 * 60_000;

/**
 * Asks a person to agree, at Microsoft, in a window of its own.
 *
 * @param page below this origin
 * @returns whether they did
 */
export async function askConsent(page: string): Promise<boolean> {
  const url = new URL(page, window.location.origin).href;
  // Teams opens nothing but https; in the local desk this page opens the window itself.
  if (isFramed() && window.location.protocol === 'https:') {
    return authentication.authenticate({ url, width: 600, height: 640 }).then(
      (answer) => answer === 'consented',
      () => false,
    );
  }
  return new Promise((resolve) => {
    const stop = hearOtherWindows((what) => {
      if (what !== 'signedIn') answer(what === 'consented');
    });
    const timer = setTimeout(() => answer(false), patience);
    const answer = (agreed: boolean) => {
      stop();
      clearTimeout(timer);
      resolve(agreed);
    };
    window.open(url, '_blank', 'popup,width=600,height=640,noopener');
  });
}

/** In that window, once Microsoft has led back: tells whoever waits, and closes. */
export async function tellConsent(agreed: boolean): Promise<void> {
  tellOtherWindows(agreed ? 'consented' : 'refused');
  if (window.opener) {
    // Teams, or the page within it, opened this window and hears of it by teams-js.
    await app.initialize(knownOrigins());
    if (agreed) authentication.notifySuccess('consented');
    else authentication.notifyFailure('refused');
    return;
  }
  window.close();
}
