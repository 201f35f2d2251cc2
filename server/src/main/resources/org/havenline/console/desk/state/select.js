/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Contact} Contact */

/** Those who wait, in the order in which they will be offered. @param {State} state */
export const waiting = (state) => inState(state, 'queued').sort((a, b) => a.order - b.order);

/** Whether she takes contacts at all. @param {State} state */
export const answers = ({ me }) => me.roles.includes('responder') || me.roles.includes('supervisor');

/** Whether she may bring services in and take them out. @param {State} state */
export const keepsDirectory = ({ me }) => me.roles.includes('administrator');

/** What this person is asked to take. @param {State} state */
export const offers = (state) => inState(state, 'offered').filter((c) => c.offer);

/** Her own conversations: the longest unanswered first, then the rest by arrival. @param {State} state */
export const mine = (state) =>
  inState(state, 'connected')
    .filter((c) => c.owner === state.me?.username)
    .map((c) => ({ contact: c, key: unansweredSince(state, c) ?? `~${c.arrivedAt}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((one) => one.contact);

/** When the person wrote what nobody has answered yet; null when all is answered. @param {State} state @param {Contact} contact */
export function unansweredSince(state, contact) {
  if (!contact.unanswered) return null;
  const written = (state.threads[contact.id] ?? []).filter((m) => m.direction === 'in');
  return written.at(-contact.unanswered)?.at ?? contact.arrivedAt;
}

/** For whom she interprets. @param {State} state */
export const interpreted = (state) =>
  Object.values(state.contacts).filter((c) => c.interpreter?.username && c.interpreter.username === state.me?.username);

/** Those whom somebody promised to come back to, the first due in front. @param {State} state */
export const promised = (state) =>
  Object.values(state.contacts)
    .filter((c) => c.callBackDue)
    .sort((a, b) => (a.callBackDue < b.callBackDue ? -1 : 1));

/** Calls of others that go on, the longest first. @param {State} state */
export const talks = (state) =>
  inState(state, 'connected')
    .filter((c) => c.channel === 'VOICE' && c.owner !== state.me?.username && !c.left)
    .sort((a, b) => (a.arrivedAt < b.arrivedAt ? -1 : 1));

/** Incoming messages she has not had on her screen. @param {State} state @param {string} id */
export const unread = (state, id) =>
  (state.threads[id] ?? []).filter((m) => m.direction === 'in' && m.n > (state.seen[id] ?? 0)).length;

/** @param {State} state @returns {Contact[]} */
const inState = (state, wanted) => Object.values(state.contacts).filter((c) => c.state === wanted);
