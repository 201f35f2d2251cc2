/** @typedef {import('./types.js').Message} Message */

/** How far a message has come; a late answer of the API may be older than a frame and must not turn it back. */
const RANK = {
  received: 0,
  queued: 0,
  sending: 1,
  unknown: 2,
  sent: 3,
  expired: 4,
  failed: 4,
  undelivered: 4,
  delivered: 5,
  read: 6,
};

/**
 * The thread with more messages: in the server's order, each once, none turned back.
 *
 * @param {Message[]} thread
 * @param {Message[]} more
 * @returns {Message[]}
 */
export function merge(thread, more) {
  const byNumber = new Map(thread.map((m) => [m.n, m]));
  for (const message of more) {
    const known = byNumber.get(message.n);
    if (!known || RANK[message.state] >= RANK[known.state]) byNumber.set(message.n, message);
  }
  return [...byNumber.values()].sort((a, b) => a.n - b.n);
}

/**
 * The number after which messages must be fetched, or null when none is missing.
 *
 * @param {Message[]} thread
 * @param {number} count how many the conversation has
 */
export function gap(thread, count) {
  let whole = 0;
  while (whole < thread.length && thread[whole].n === whole + 1) whole++;
  return whole < Math.max(count, thread.at(-1)?.n ?? 0) ? whole : null;
}
