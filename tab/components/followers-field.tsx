import { useDesk } from '../desk.tsx';
import { useFollowers } from '../queries.ts';
import { Written } from './given-field.tsx';

interface FollowersFieldProps {
  readonly caseId: string;
  /** A line each; `null` while nobody has written anything. */
  readonly value: string | null;
  readonly fault: string | undefined;
  readonly onWrite: (value: string) => void;
}

/** G-17: who follows the case, for whoever may say so. */
export function FollowersField({ caseId, value, fault, onWrite }: FollowersFieldProps) {
  const { followers: says } = useDesk().words.cases;
  const { data } = useFollowers(caseId);
  if (!data) return null;
  const now = data.map(({ email }) => email).join('\n');
  return <Written label={says.label} hint={says.hint} fault={fault} value={value ?? now} onWrite={onWrite} />;
}
