import { type ChartProps, HorizontalBarChart } from '@fluentui/react-charts';
import type { FigureRow, Series } from './figure.tsx';

interface FigureChartProps {
  readonly series: readonly Series[];
  readonly rows: readonly FigureRow[];
  /** Whether each bar is the whole of its row; otherwise bars are as long as their counts. */
  readonly shares: boolean;
}

/**
 * A bar a row, in parts. It is a picture of the table that stands under it: it takes no focus and is not read out, since what the library says
 * of it is English alone.
 */
export function FigureChart({ series, rows, shares }: FigureChartProps) {
  const longest = Math.max(...rows.map((row) => totalOf(row, series)));
  const data = rows.map((row): ChartProps => {
    const total = totalOf(row, series);
    // A part of nothing would still have the gap beside it.
    const parts = series
      .filter(({ key }) => (row.counts[key] ?? 0) > 0)
      .map(({ key, name, part }) => ({
        legend: name,
        color: `var(--part-${part})`,
        horizontalBarChartdata: { x: row.counts[key] ?? 0, total },
      }));
    // What the longest bar has more of is left empty.
    const rest = { legend: ' ', color: 'transparent', placeHolder: true, horizontalBarChartdata: { x: longest - total, total } };
    return { chartTitle: row.name, chartData: shares ? parts : [...parts, rest] };
  });
  return (
    <div className="figure-chart" inert>
      <HorizontalBarChart data={data} chartDataMode="hidden" hideTooltip />
    </div>
  );
}

const totalOf = ({ counts }: FigureRow, series: readonly Series[]): number =>
  series.reduce((total, { key }) => total + (counts[key] ?? 0), 0);
