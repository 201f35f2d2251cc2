import { merge } from './thread.js';

/** @typedef {import('./types.js').State} State @typedef {import('./types.js').Pending} Pending */

/** Adds messages to a thread, and drops the pending ones they acknowledge. @param {State} state */
export function settle(state, contact, messages) {
  const keys = new Set(messages.map((m) => m.key).filter(Boolean));
  const settled = mapPending(state, contact, (p) => (keys.has(p.key) ? null : p));
  return { ...settled, threads: { ...settled.threads, [contact]: merge(settled.threads[contact] ?? [], messages) } };
}

/** @param {State} state @param {string} contact @param {(p: Pending) => Pending|null} change null drops it */
export function mapPending(state, contact, change) {
  const list = (state.pending[contact] ?? []).map(change).filter((p) => p !== null);
  return { ...state, pending: { ...state.pending, [contact]: list } };
}
