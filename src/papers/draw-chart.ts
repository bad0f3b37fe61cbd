/** One bar, or a place for one whose height must not be shown. */
export interface Bar {
  readonly label: string;
  /** What stands over it. */
  readonly text: string;
  /** Absent: drawn as a hatched stub of a fixed height. */
  readonly value?: number;
}

const width = 960;
const height = 480;
const plot = { left: 40, right: 40, top: 84, bottom: 64 } as const;
const stub = 14;
const ink = { text: '#111111', line: '#767676', bar: '#1f5fa8', hatch: '#767676' } as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A bar chart as SVG. Every number also stands as text; colour says nothing that words do not. */
export function drawChart({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }): string {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const room = height - plot.top - plot.bottom;
  const step = (width - plot.left - plot.right) / Math.max(1, bars.length);
  const base = height - plot.bottom;
  const drawn = bars.map(({ label, text, value }, index) => {
    const middle = plot.left + step * (index + 0.5);
    const tall = value === undefined ? stub : (value / most) * room;
    const fill = value === undefined ? 'url(#hatch)' : ink.bar;
    const wide = Math.min(56, step * 0.66);
    return [
      `<rect x="${(middle - wide / 2).toFixed(1)}" y="${(base - tall).toFixed(1)}" width="${wide.toFixed(1)}" height="${tall.toFixed(1)}" fill="${fill}"/>`,
      words(middle, base - tall - 8, 18, text),
      words(middle, base + 26, 16, label),
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans" fill="${ink.text}">`,
    `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="6" fill="${ink.hatch}"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${plot.left}" y="44" font-size="22" font-weight="bold">${escaped(title)}</text>`,
    ...drawn,
    `<line x1="${plot.left}" y1="${base}" x2="${width - plot.right}" y2="${base}" stroke="${ink.line}"/>`,
    '</svg>',
  ].join('');
}

const words = (x: number, y: number, size: number, text: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" text-anchor="middle">${escaped(text)}</text>`;
