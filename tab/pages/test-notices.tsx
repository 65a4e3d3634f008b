import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { type TestResult, type TestWay, testWays } from '../../src/domain/set-up.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';

type Told = { readonly busy: true } | { readonly busy: false; readonly says: string; readonly well: boolean };

/** AG-5: a test notice to oneself, in each way there is. */
export function TestNotices() {
  const { api, words } = useDesk();
  const { setUpCheck: says } = words.tab;
  const [told, setTold] = useState<Partial<Record<TestWay, Told>>>({});
  const send = async (way: TestWay) => {
    if (told[way]?.busy) return;
    setTold((before) => ({ ...before, [way]: { busy: true } }));
    const became = await api
      .send<{ readonly result: TestResult; readonly says: string }>('POST', '/set-up/test-notice', { body: { way } })
      .then(({ result, says: said }) => ({ busy: false as const, says: said, well: result === 'sent' || result === 'queued' }))
      .catch((error: unknown) => ({ busy: false as const, says: tellShortly(problemOf(error), words), well: false }));
    setTold((before) => ({ ...before, [way]: became }));
  };
  return (
    <section aria-labelledby="test-notices">
      <h2 id="test-notices">{says.testTitle}</h2>
      <ul className="records">
        {testWays.map((way) => {
          const now = told[way];
          return (
            <li key={way} className="record">
              <div className="record-what">
                <strong>{says.ways[way]}</strong>
                <span role="status" className={now && !now.busy && !now.well ? 'fault' : 'quiet'}>
                  {now && !now.busy && now.says}
                </span>
              </div>
              <div className="record-acts">
                <Button
                  size="small"
                  aria-label={says.sendIn(says.ways[way])}
                  disabledFocusable={now?.busy === true}
                  icon={now?.busy ? <Spinner size="extra-tiny" /> : undefined}
                  onClick={() => void send(way)}
                >
                  {says.send}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
