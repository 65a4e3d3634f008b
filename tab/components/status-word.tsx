import type { Status } from '../../src/domain/case/lifecycle.ts';

/** The status in words, its colour only beside them. */
export function StatusWord({ status, text }: { readonly status: Status; readonly text: string }) {
  return (
    <span className="status" data-status={status}>
      <span className="status-dot" aria-hidden="true" />
      {text}
    </span>
  );
}
