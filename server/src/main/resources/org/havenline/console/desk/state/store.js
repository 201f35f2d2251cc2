import { applyFrame } from './frames.js';
import { mapPending, settle } from './pending.js';

/** @typedef {import('./types.js').State} State */

/** @type {State} */
export const initial = Object.freeze({
  phase: 'starting',
  me: null,
  link: { state: 'connecting' },
  seq: null,
  offset: 0,
  contacts: {},
  threads: {},
  pending: {},
  drafts: {},
  seen: {},
  responders: {},
  quarantined: [],
  languages: [],
  choices: null,
  followUps: [],
  searches: {},
  services: false,
  directory: false,
  recordings: false,
  open: null,
  wanted: false,
  taken: null,
});

/**
 * All that can happen to the console, as one pure function: what it shows follows from the actions
 * alone, so a test replays them.
 *
 * @param {State} state
 * @param {{type: string, [field: string]: any}} action
 * @returns {State}
 */
export function reduce(state, action) {
  const { type, contact } = action;
  switch (type) {
    case 'signed-in':
      return { ...state, phase: 'signed-in', me: action.me };
    case 'signed-out':
      // drafts and unsent messages outlive the session of the same person: words are never dropped
      return { ...initial, phase: 'signed-out', drafts: state.drafts, pending: state.pending };
    case 'forget':
      return { ...state, drafts: {}, pending: {} };
    case 'link':
      return { ...state, link: action.link };
    case 'frame':
      return applyFrame(state, action.frame, action.receivedAt);
    case 'taken.read':
      return { ...state, taken: null };
    case 'wanted':
      return { ...state, wanted: action.on };
    case 'me.presence':
      return state.me ? { ...state, me: { ...state.me, presence: action.presence } } : state;
    case 'open':
      return see({ ...state, open: contact, directory: false, recordings: false }, contact);
    case 'seen':
      return see(state, contact);
    case 'draft':
      return { ...state, drafts: { ...state.drafts, [contact]: action.text } };
    case 'messages':
      return settle(state, contact, action.messages);
    case 'write':
      return {
        ...state,
        drafts: { ...state.drafts, [contact]: '' },
        pending: {
          ...state.pending,
          [contact]: [...(state.pending[contact] ?? []), { key: action.key, text: action.text, at: action.at, state: 'sending' }],
        },
      };
    case 'write.state':
      return mapPending(state, contact, (p) => (p.key === action.key ? { ...p, state: action.state, why: action.why } : p));
    case 'languages':
      return { ...state, languages: action.languages };
    case 'follow-ups':
      return { ...state, followUps: action.followUps };
    case 'choices':
      return { ...state, choices: action.choices };
    case 'services':
      return { ...state, services: action.shown };
    case 'directory':
      return { ...state, directory: action.shown, recordings: false };
    case 'recordings':
      return { ...state, recordings: action.shown, directory: false };
    case 'ticked':
      return { ...state, searches: { ...state.searches, [contact]: action.form } };
    case 'resolved':
      return { ...state, quarantined: state.quarantined.filter((item) => item.id !== action.id) };
    case 'write.dropped':
      return mapPending(state, contact, (p) => (p.key === action.key ? null : p));
    default:
      throw new Error(`unknown action ${type}`);
  }
}

function see(state, contact) {
  const last = state.threads[contact]?.at(-1)?.n;
  return last ? { ...state, seen: { ...state.seen, [contact]: last } } : state;
}

/** Holds the state, tells who listens. */
export class Store extends EventTarget {
  /** @type {State} */
  state = initial;

  /** @param {{type: string, [field: string]: any}} action */
  dispatch(action) {
    this.state = reduce(this.state, action);
    this.dispatchEvent(new Event('change'));
  }
}
