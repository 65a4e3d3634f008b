import { useWords } from '../shell.tsx';

const bars = (widths: readonly string[]) => widths.map((width) => <span key={width} className="bone" data-width={width} />);

interface BonesProps {
  readonly className: string;
  readonly count: number;
  readonly widths: readonly string[];
}

function Bones({ className, count, widths }: BonesProps) {
  return Array.from({ length: count }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: bones never change places
    <div key={i} className={className} aria-hidden="true">
      {bars(widths)}
    </div>
  ));
}

function Loading() {
  const { loading } = useWords().tab;
  return (
    <p className="hidden" role="status">
      {loading}
    </p>
  );
}

/** The place of what is still coming, in its own shape; said once to a screen reader. */
const Waiting = (bones: BonesProps) => (
  <div className="skeleton">
    <Loading />
    <Bones {...bones} />
  </div>
);

const rows: BonesProps = { className: 'bones-row', count: 8, widths: ['short', 'long', 'middle'] };
export const RowsSkeleton = () => <Waiting {...rows} />;
export const CaseSkeleton = () => <Waiting className="bones-case" count={4} widths={['middle', 'long', 'full', 'short']} />;
export const FormSkeleton = () => <Waiting className="bones-form" count={6} widths={['short', 'full']} />;
export const CardsSkeleton = () => <Waiting className="bones-card" count={6} widths={['middle', 'long']} />;
