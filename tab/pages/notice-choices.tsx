import { Checkbox } from '@fluentui/react-components';
import { use, useId } from 'react';
import { type Choices, isWanted, type NoticeKind, noticeKinds, type Way, withKind, withWay } from '../../src/domain/notice/choices.ts';
import { useDesk } from '../desk.tsx';
import { choiceWordsOf } from '../words.ts';
import type { Filled } from './profile-changes.ts';

export interface OfProfile {
  readonly values: Filled;
  readonly set: (change: Partial<Filled>) => void;
}

export const useChoiceWords = () => use(choiceWordsOf(useDesk().locale));

/** PN-15: what one hears of in which way: kinds × ways, with a box for all of a way above. */
export function NoticeChoices({ values, set, ways }: OfProfile & { readonly ways: readonly Way[] }) {
  const { me } = useDesk();
  const says = useChoiceWords();
  const title = useId();
  const kinds = noticeKinds.filter((kind) => kind !== 'desk' || me.roles.includes('engineer') || me.roles.includes('deskLead'));
  const change = (choices: Choices) =>
    set({ notices: { ...values.notices, ...choices, except: { ...values.notices.except, ...choices.except } } });
  const wanted = (way: Way, kind: NoticeKind) => isWanted(values.notices, way, kind);
  return (
    <section className="choices" aria-labelledby={title}>
      <h2 id={title}>{says.notices}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{says.what}</span>
            </th>
            {ways.map((way) => {
              const count = kinds.filter((kind) => wanted(way, kind)).length;
              return (
                <th key={way} scope="col">
                  <div aria-hidden="true">{says.ways[way]}</div>
                  <Checkbox
                    aria-label={says.everything(says.ways[way])}
                    checked={count === kinds.length ? true : count > 0 ? 'mixed' : false}
                    onChange={() => change(withWay(values.notices, way, count < kinds.length))}
                  />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {says.kinds[kind]}
                <span className="quiet">{says.abouts[kind]}</span>
              </th>
              {ways.map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={says.cell(says.kinds[kind], says.ways[way])}
                    checked={wanted(way, kind)}
                    onChange={(_, { checked }) => change(withKind(values.notices, { way, kind, wanted: checked === true }, kinds))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{says.receipts}</p>
    </section>
  );
}
