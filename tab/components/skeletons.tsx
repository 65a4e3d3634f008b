import { useWords } from '../desk.tsx';

const bars = (widths: readonly string[]) => widths.map((width) => <span key={width} className="bone" data-width={width} />);

/** The place of what is still coming, in its own shape; said once to a screen reader. */
function Waiting({ className, count, widths }: { readonly className: string; readonly count: number; readonly widths: readonly string[] }) {
  const { loading } = useWords().tab;
  return (
    <div className="skeleton">
      <p className="hidden" role="status">
        {loading}
      </p>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones never change places
        <div key={i} className={className} aria-hidden="true">
          {bars(widths)}
        </div>
      ))}
    </div>
  );
}

export const RowsSkeleton = () => <Waiting className="bones-row" count={8} widths={['short', 'long', 'middle']} />;
export const CaseSkeleton = () => <Waiting className="bones-case" count={4} widths={['middle', 'long', 'full', 'short']} />;
export const FormSkeleton = () => <Waiting className="bones-form" count={6} widths={['short', 'full']} />;
export const CardsSkeleton = () => <Waiting className="bones-card" count={6} widths={['middle', 'long']} />;

export function StartSkeleton() {
  return (
    <div className="shell">
      <div className="nav bones-nav" aria-hidden="true">
        {bars(['middle', 'long', 'short', 'full'])}
      </div>
      <main className="pane">
        <RowsSkeleton />
      </main>
    </div>
  );
}
