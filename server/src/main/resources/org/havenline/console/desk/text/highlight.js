/**
 * Cuts a text where risk signals begin and end; overlapping signals are joined in one piece.
 *
 * @param {string} text
 * @param {import('../state/types.js').Signal[]} signals
 * @returns {{text: string, labels: string[]}[]} `labels` is empty for ordinary text
 */
export function pieces(text, signals = []) {
  const edges = new Set([0, text.length]);
  for (const { start, end } of signals) edges.add(start).add(Math.min(end, text.length));
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => ({
    text: text.slice(cuts[i], end),
    labels: signals.filter((s) => s.start < end && s.end > cuts[i]).map((s) => s.label),
  }));
}
