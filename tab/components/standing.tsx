import { Icon, type IconName } from './icon.tsx';

export type Tone = 'good' | 'waiting' | 'bad' | 'quiet';

const icons: Readonly<Record<Tone, IconName>> = { good: 'good', waiting: 'waiting', bad: 'fault', quiet: 'info' };

/** How something stands, in words, with a picture and a colour beside them. */
export function Standing({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  return (
    <span className="standing" data-tone={tone}>
      <Icon name={icons[tone]} />
      {text}
    </span>
  );
}
