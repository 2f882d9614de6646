import type { Bin } from './figures.ts';

const SIZE = 320;
const MARGIN = 44;

/** Confidence shown against share that was right, one dot a bin, its area the number of suggestions. */
export function reliabilityPlot(bins: readonly Bin[]): string {
  const at = (share: number): number => MARGIN + share * (SIZE - 2 * MARGIN);
  const most = Math.max(...bins.map(({ count }) => count));
  const dots = bins.map(({ confidence, right, count }) => {
    const share = right / count;
    const title = `${count} suggestions at ${confidence.toFixed(2)}: ${share.toFixed(2)} right`;
    return `<circle cx="${at(confidence).toFixed(1)}" cy="${at(1 - share).toFixed(1)}" r="${(3 + 9 * Math.sqrt(count / most)).toFixed(1)}" fill="#0f6cbd" fill-opacity=".65"><title>${title}</title></circle>`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<text x="${at(share)}" y="${SIZE - MARGIN + 16}" text-anchor="middle">${share}</text>`,
    `<text x="${MARGIN - 8}" y="${at(1 - share) + 4}" text-anchor="end">${share}</text>`,
  ]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" font-family="system-ui, sans-serif" font-size="11" fill="#424242" role="img" aria-label="Reliability of the mapping confidence">
<rect width="${SIZE}" height="${SIZE}" fill="#ffffff"/>
<rect x="${MARGIN}" y="${MARGIN}" width="${SIZE - 2 * MARGIN}" height="${SIZE - 2 * MARGIN}" fill="none" stroke="#c7c7c7"/>
<line x1="${at(0)}" y1="${at(1)}" x2="${at(1)}" y2="${at(0)}" stroke="#8a8886" stroke-dasharray="4 4"/>
${dots.join('\n')}
${ticks.join('\n')}
<text x="${SIZE / 2}" y="${SIZE - 8}" text-anchor="middle">confidence shown</text>
<text x="12" y="${SIZE / 2}" text-anchor="middle" transform="rotate(-90 12 ${SIZE / 2})">share that was right</text>
<text x="${SIZE / 2}" y="24" text-anchor="middle" font-size="13" font-weight="600">Reliability on families not learned from</text>
</svg>
`;
}
