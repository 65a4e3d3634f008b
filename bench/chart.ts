/** Milliseconds of several things for one operation, in the order of the chart’s series. */
export interface ChartRow {
  readonly label: string;
  readonly values: readonly number[];
}

export interface Chart {
  /** What it shows, for whoever can’t see it. */
  readonly title: string;
  readonly unit: string;
  /** Three at most, each with a shape and a colour of its own. */
  readonly series: readonly string[];
  readonly panels: readonly { readonly title: string; readonly rows: readonly ChartRow[] }[];
}

const [width, left, right] = [860, 220, 48];
const [rowHeight, panelHead, legendHeight, axisHeight] = [30, 40, 44, 34];

/** Readable on a light page and on a dark one: it brings its ground along. */
const style = `
  .ground { fill: #ffffff } text { fill: #242424; font: 14px system-ui, sans-serif } .head { font-weight: 600 } .small { font-size: 12px }
  .line { stroke: #d1d1d1 } .span { stroke: #9a9a9a; stroke-width: 2 } .s0 { fill: #5c5c5c } .s1 { fill: #b5361c } .s2 { fill: #4f52b2 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #1f1f1f } text { fill: #f0f0f0 } .line { stroke: #474747 } .span { stroke: #7a7a7a }
    .s0 { fill: #c2c2c2 } .s1 { fill: #ff8f73 } .s2 { fill: #9fa3ff }
  }`;

/** An SVG with a row for each operation and a mark for each series on a logarithmic axis. */
export function dotChart({ title, unit, series, panels }: Chart): string {
  const values = panels.flatMap(({ rows }) => rows.flatMap((row) => row.values));
  const [from, to] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const x = (value: number) => round(left + ((Math.log10(value) - from) / (to - from)) * (width - left - right));
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  const parts: string[] = [];
  let y = legendHeight;
  for (const { title: heading, rows } of panels) {
    const [top, bottom] = [y + panelHead, y + panelHead + rows.length * rowHeight];
    parts.push(`<text class="head" x="16" y="${y + 24}">${escaped(heading)}</text>`);
    parts.push(...ticks.map((tick) => gridLine(x(tick), top, bottom, `${tick.toLocaleString('en')} ${unit}`)));
    parts.push(...rows.flatMap((row, index) => rowMarks(row, x, top + index * rowHeight + rowHeight / 2)));
    y = bottom + axisHeight;
  }
  const height = y;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}\n</style>`,
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    ...series.flatMap((name, index) => [mark(index, 28 + index * 170, 24), `<text x="${42 + index * 170}" y="29">${escaped(name)}</text>`]),
    ...parts,
    '</svg>',
  ].join('\n')}\n`;
}

function gridLine(at: number, top: number, bottom: number, label: string): string {
  return [
    `<line class="line" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"/>`,
    `<text class="small" x="${at}" y="${bottom + 18}" text-anchor="middle">${label}</text>`,
  ].join('\n');
}

function rowMarks({ label, values }: ChartRow, x: (value: number) => number, y: number): string[] {
  const places = values.map(x);
  return [
    `<text x="16" y="${y + 5}">${escaped(label)}</text>`,
    `<line class="span" x1="${Math.min(...places)}" x2="${Math.max(...places)}" y1="${y}" y2="${y}"/>`,
    ...places.map((place, index) => mark(index, place, y)),
  ];
}

/** A square, a triangle or a disc: shapes tell the series apart where colours don’t. */
function mark(series: number, x: number, y: number): string {
  const shapes = [
    `<rect class="s0" x="${round(x - 6)}" y="${y - 6}" width="12" height="12"/>`,
    `<path class="s1" d="M${x} ${y - 8}l8 14h-16z"/>`,
    `<circle class="s2" cx="${x}" cy="${y}" r="7"/>`,
  ];
  return shapes[series] ?? '';
}

const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
