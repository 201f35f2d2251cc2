/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Contact} Contact */

/** Those who wait, in the order in which they will be offered. @param {State} state */
export const waiting = (state) => inState(state, 'waiting').sort((a, b) => a.order - b.order);

/** What this person is asked to take. @param {State} state */
export const offers = (state) => inState(state, 'offered').filter((c) => c.offer);

/** Her own conversations: longest unanswered first, then the rest by arrival. @param {State} state */
export const mine = (state) =>
  inState(state, 'connected')
    .filter((c) => c.owner === state.me?.username)
    .sort((a, b) => key(a).localeCompare(key(b)));

/** Incoming messages she has not had on her screen. @param {State} state @param {string} id */
export const unread = (state, id) =>
  (state.threads[id] ?? []).filter((m) => m.direction === 'in' && m.n > (state.seen[id] ?? 0)).length;

const key = (contact) => (contact.unansweredSince ? `0${contact.unansweredSince}` : `1${contact.arrivedAt}`);

/** @param {State} state @returns {Contact[]} */
const inState = (state, wanted) => Object.values(state.contacts).filter((c) => c.state === wanted);
