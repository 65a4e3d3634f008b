import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly why?: string;
  readonly children?: ReactNode;
}

/** An empty place says why it is empty and what to do. */
export function Empty({ title, why, children }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {why && <p>{why}</p>}
      {children && <div className="empty-actions">{children}</div>}
    </div>
  );
}
