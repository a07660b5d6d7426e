/** Small pictures of numbers. Each has its numbers beside it as text or a table, so they are hidden from screen readers. */
import {svg, html} from '/console/js/lit.js';

const WIDTH = 120;
const HEIGHT = 24;

/** @param values oldest first */
export function sparkline(values) {
  if (values.length < 2) return html`<span class="sparkline"></span>`;
  const top = Math.max(...values, 1);
  const x = i => ((i / (values.length - 1)) * WIDTH).toFixed(1);
  const y = value => (HEIGHT - 1 - (value / top) * (HEIGHT - 3)).toFixed(1);
  const line = values.map((value, i) => `${x(i)},${y(value)}`).join(' ');
  return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<polygon points="0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}"></polygon><polyline points=${line}></polyline>`}</svg>`;
}

/** A column for each of some values, oldest first. */
export function columns(values) {
  const top = Math.max(...values.map(({value}) => value), 1);
  const width = WIDTH / Math.max(values.length, 30);
  return html`<svg class="columns" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${values.map(({value, kind}, i) => {
      const height = Math.max((value / top) * (HEIGHT - 1), 1);
      return svg`<rect class=${kind} x=${i * width} y=${HEIGHT - height} width=${width * 0.8} height=${height}></rect>`;
    })}</svg>`;
}

/** A bar of parts that make a whole. */
export function parts(values) {
  const whole = values.reduce((sum, {value}) => sum + value, 0) || 1;
  let from = 0;
  return html`<svg class="parts" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${values.map(({value, kind}) => {
      const x = from;
      const width = (value / whole) * 100;
      from += width;
      return svg`<rect class=${kind} x=${x} y="0" width=${width} height="4"></rect>`;
    })}</svg>`;
}

/** Each attempt on a line of its own along one axis of time: the band from the earliest to the latest moment, and the typical one. */
export function attempts(schedule, labelOf) {
  const waits = schedule.waits.slice(0, 24);
  const last = Math.max(...waits.map(wait => wait.maxAtMillis), 1);
  const row = waits.length > 12 ? 14 : 20;
  const left = 28;
  const right = innerWidth < 760 ? 300 : 628;
  const height = (waits.length + 1) * row + 28;
  const x = millis => left + (millis / last) * (right - left);
  const ticks = ticksUpTo(last, innerWidth < 760 ? 3 : 6);
  return html`<svg class="attempts" viewBox="0 0 ${right + 32} ${height}" aria-hidden="true">
    ${ticks.map(
      tick => svg`<line class="grid" x1=${x(tick)} x2=${x(tick)} y1="4" y2=${height - 22}></line>
        <text x=${x(tick)} y=${height - 6} text-anchor=${tick === 0 ? 'start' : 'middle'}>${tick === 0 ? '0' : labelOf(tick)}</text>`,
    )}
    ${svg`<text x="0" y=${row / 2 + 8}>1</text><circle class="typical" cx=${x(0)} cy=${row / 2 + 4} r="4"></circle>`}
    ${waits.map((wait, i) => {
      const y = (i + 1) * row + row / 2 + 4;
      const from = x(wait.minAtMillis);
      return svg`<text x="0" y=${y + 4}>${wait.beforeAttempt}</text>
        <line class="path" x1=${left} x2=${from} y1=${y} y2=${y}></line>
        <rect class="band" x=${from} y=${y - 5} width=${Math.max(x(wait.maxAtMillis) - from, 2)} height="10" rx="2"></rect>
        <circle class="typical" cx=${x(wait.typicalAtMillis)} cy=${y} r="4"></circle>`;
    })}</svg>`;
}

const STEPS = [100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000,
  3_600_000, 7_200_000, 14_400_000, 21_600_000, 43_200_000, 86_400_000];

function ticksUpTo(last, most) {
  const step = STEPS.find(candidate => last / candidate <= most) ?? Math.ceil(last / most / 86_400_000) * 86_400_000;
  return Array.from({length: Math.floor(last / step) + 1}, (_, i) => i * step);
}
