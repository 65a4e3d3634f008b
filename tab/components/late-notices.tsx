import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { momentOf } from '../dates.ts';
import { useDesk } from '../desk.tsx';
import { useLate } from '../use-deliveries.ts';
import { When } from './when.tsx';

/** G-12: that notices don't go out as they should, way by way and since when; nothing while they do. */
export function LateNotices() {
  const { words, timeZone, locale } = useDesk();
  const says = words.deliveries;
  const { data: late = [] } = useLate();
  if (late.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className="note">
      <MessageBarBody>
        <MessageBarTitle>{says.late}</MessageBarTitle>
        {says.lateWhy}
        <ul className="late">
          {late.map(({ channel, waiting, since }) => (
            <li key={channel}>
              {says.lateIn(says.channels[channel], waiting, momentOf(since, timeZone, locale))} (<When at={since} />)
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
