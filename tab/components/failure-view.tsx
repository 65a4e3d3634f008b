import { Button } from '@fluentui/react-components';
import { copyText } from '../clipboard.ts';
import { detailsToCopy, tell } from '../failure.ts';
import { isProblem, problemOf } from '../problem.ts';
import { useWords } from '../shell.tsx';
import { useAnnounce } from './announcer.tsx';

/** Asking again gives the same answer. */
const forGood = ['notFound', 'notAllowed', 'mistypedNumber', 'alreadyUsed'];

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly level?: 1 | 2;
}

/** What happened, try again, details to copy. */
export function FailureView({ error, onRetry, level = 2 }: FailureProps) {
  const words = useWords();
  const announce = useAnnounce();
  const problem = problemOf(error);
  const { title, detail, hints } = tell(problem, words);
  const { errors, tryAgain } = words.tab;
  const Heading = level === 1 ? 'h1' : 'h2';
  const copy = async () => {
    if (await copyText(detailsToCopy(problem, new Date()))) announce(errors.detailsCopied);
  };
  return (
    <div className="empty" role="alert">
      <Heading>{title}</Heading>
      <p>{detail}</p>
      {hints.map((hint) => (
        <p key={hint} dir="auto">
          {hint}
        </p>
      ))}
      <div className="empty-actions">
        {onRetry && !isProblem(problem, ...forGood) && (
          <Button appearance="primary" onClick={onRetry}>
            {tryAgain}
          </Button>
        )}
        <Button appearance="subtle" onClick={copy}>
          {errors.copyDetails}
        </Button>
      </div>
    </div>
  );
}
