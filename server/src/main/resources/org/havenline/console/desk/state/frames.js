import { settle } from './pending.js';

/** @typedef {import('./types.js').State} State */

/**
 * The state after one frame of the event socket. A frame twice changes nothing.
 *
 * @param {State} state
 * @param {any} frame
 * @param {number} receivedAt the browser's clock, ms
 * @returns {State}
 */
export function applyFrame(state, frame, receivedAt) {
  const offset = frame.at ? Date.parse(frame.at) - receivedAt : state.offset;
  switch (frame.type) {
    case 'snapshot':
      return snapshot({ ...state, offset }, frame);
    case 'hello':
      return { ...state, offset };
    case 'pong':
      return { ...state, offset, seq: Math.max(state.seq ?? 0, frame.seq) };
  }
  if (state.seq !== null && frame.seq <= state.seq) return state;
  return event({ ...state, seq: frame.seq }, frame);
}

function snapshot(state, frame) {
  const contacts = Object.fromEntries(frame.contacts.map((c) => [c.id, c]));
  const threads = Object.fromEntries(Object.entries(state.threads).filter(([id]) => id in contacts));
  const searches = Object.fromEntries(Object.entries(state.searches).filter(([id]) => id in contacts));
  const responders = Object.fromEntries(frame.responders.map((r) => [r.username, r]));
  return { ...state, seq: frame.seq, me: frame.me, contacts, threads, searches, responders, quarantined: frame.quarantined ?? [], open: contacts[state.open] ? state.open : null };
}

function event(state, frame) {
  let next = state;
  if (isTaken(state, frame)) next = { ...next, taken: { person: state.contacts[frame.contact.id].person } };
  if (frame.contact) next = withContact(next, frame.contact);
  if (frame.message) next = settle(next, frame.contact.id, [frame.message]);
  if (frame.responder) next = withResponder(next, frame.responder);
  if (frame.quarantined) next = withQuarantined(next, frame);
  return next;
}

/** Whether another took what this person was asked about too. */
function isTaken(state, { type, contact }) {
  return type === 'contact.connected' && Boolean(state.contacts[contact.id]?.offer) && contact.owner !== state.me?.username;
}

function withContact(state, contact) {
  if (contact.state === 'queued' || contact.state === 'offered' || contact.state === 'connected') {
    return { ...state, contacts: { ...state.contacts, [contact.id]: contact } };
  }
  // closed, or another's: its words leave this screen with it; what was typed and not sent stays
  const { [contact.id]: _contact, ...contacts } = state.contacts;
  const { [contact.id]: _thread, ...threads } = state.threads;
  const { [contact.id]: _search, ...searches } = state.searches;
  return { ...state, contacts, threads, searches, open: state.open === contact.id ? null : state.open };
}

function withQuarantined(state, { type, quarantined }) {
  const others = state.quarantined.filter((item) => item.id !== quarantined.id);
  return { ...state, quarantined: type === 'quarantine.added' ? [...others, quarantined] : others };
}

function withResponder(state, responder) {
  const me = state.me?.username === responder.username ? { ...state.me, presence: responder.state } : state.me;
  return { ...state, me, responders: { ...state.responders, [responder.username]: responder } };
}
