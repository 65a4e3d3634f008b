import { useShell } from '../shell.tsx';
import { DownloadButton } from './download-button.tsx';

/** Milliseconds: thousands of rows take their time. */
const patience = 180_000;

interface CsvButtonProps {
  /** Where the list is in the API, with what it is narrowed to. */
  readonly path: string;
  /** What the file is called, without its date. */
  readonly name: string;
  /** What the list is called, for whoever can't see beside what the button stands. */
  readonly list: string;
}

/** G-16: a list to take along. */
export function CsvButton({ path, name, list }: CsvButtonProps) {
  const { exports } = useShell().words;
  const file = `${name}-${new Date().toISOString().slice(0, 10)}.csv`;
  return <DownloadButton path={path} name={file} text={exports.button} says={exports.buttonFor(list)} size="small" patience={patience} />;
}
