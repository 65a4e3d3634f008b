import { lazy, type ReactNode, Suspense, useId } from 'react';
import { CsvButton } from '../components/csv-button.tsx';
import { useDesk } from '../desk.tsx';
import { useReportWords } from './report-queries.ts';

const FigureChart = lazy(() => import('./figure-chart.tsx').then((m) => ({ default: m.FigureChart })));

/** What a part of a bar means, and by that its colour. */
export type Part = 'fresh' | 'active' | 'waiting' | 'good' | 'bad' | 'quiet';

/** A column of the table, and a part of each bar. */
export interface Series {
  readonly key: string;
  readonly name: string;
  readonly part: Part;
}

export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What stands in the columns that are no part of a bar. */
  readonly more?: readonly ReactNode[];
}

interface FigureProps {
  readonly title: string;
  readonly about: string;
  /** What the rows are. */
  readonly of: string;
  readonly series: readonly Series[];
  readonly rows: readonly FigureRow[];
  readonly shares?: boolean;
  /** Titles of the columns that are no part of a bar. */
  readonly more?: readonly string[];
  readonly csv: { readonly path: string; readonly name: string };
}

/** Bars that one can take in at a glance; more are in the table alone. */
const mostBars = 12;

/** A question, its answer as a picture, and the numbers as a table, whose columns also say what the colours mean. */
export function Figure({ title, about, of, series, rows, shares = false, more = [], csv }: FigureProps) {
  const { locale } = useDesk();
  const says = useReportWords();
  const heading = useId();
  const number = (count: number) => count.toLocaleString(locale);
  const total = ({ counts }: FigureRow) => series.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0);
  const drawn = rows.filter((row) => total(row) > 0).slice(0, mostBars);
  return (
    <div className="figure">
      <div className="figure-head">
        <h2 id={heading}>{title}</h2>
        <CsvButton path={csv.path} name={csv.name} list={title} />
      </div>
      <p className="quiet">{about}</p>
      {drawn.length === 0 ? (
        <p className="figure-none">{says.nothing}</p>
      ) : (
        <Suspense fallback={<div className="figure-chart" data-rows={drawn.length} />}>
          <FigureChart series={series} rows={drawn} shares={shares} />
        </Suspense>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
      <section className="table-scroll" tabIndex={0} aria-labelledby={heading}>
        <table aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              {series.map(({ key, name, part }) => (
                <th key={key} scope="col">
                  <span className="swatch" data-part={part} aria-hidden="true" />
                  {name}
                </th>
              ))}
              <th scope="col">{says.total}</th>
              {more.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" dir="auto">
                  {row.name}
                </th>
                {series.map(({ key }) => (
                  <td key={key} data-none={(row.counts[key] ?? 0) === 0}>
                    {number(row.counts[key] ?? 0)}
                  </td>
                ))}
                <td>{number(total(row))}</td>
                {row.more?.map((cell, index) => (
                  <td key={more[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
