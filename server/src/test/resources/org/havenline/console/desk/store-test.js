import { initial, reduce } from '/desk/state/store.js';
import * as select from '/desk/state/select.js';
import { gap, merge } from '/desk/state/thread.js';
import { same } from './check.js';

const NOW = '2026-11-24T12:00:00Z';
const me = { username: 'nadia', name: 'Nadia', roles: ['responder'], languages: [], skills: [], presence: 'available' };
const contact = (id, state, more = {}) => ({ id, state, order: 1, arrivedAt: NOW, messages: 0, unanswered: 0, ...more });
const own = (more) => contact('c', 'connected', { owner: 'nadia', ...more });
const message = (n, more = {}) => ({ n, id: `m${n}`, direction: 'in', text: `${n}`, at: NOW, state: 'received', ...more });
const frame = (seq, type, more) => ({ type: 'frame', receivedAt: 0, frame: { seq, type, at: NOW, ...more } });
const snapshot = (seq, contacts) => frame(seq, 'snapshot', { me, contacts, responders: [] });
const after = (...actions) => actions.reduce(reduce, initial);

export const tests = {
  aSnapshotReplacesWhatWasKnown() {
    const state = after(snapshot(1, [contact('a', 'queued'), own()]), snapshot(9, [contact('b', 'queued')]));
    same([Object.keys(state.contacts), state.seq], [['b'], 9]);
  },

  aFrameTwiceChangesNothing() {
    const once = after(snapshot(1, []), frame(2, 'contact.waiting', { contact: contact('a', 'queued') }));
    same(reduce(once, frame(2, 'contact.closed', { contact: contact('a', 'closed') })), once);
  },

  aPongMovesTheNumberToResumeFrom() {
    same(after(snapshot(1, []), frame(7, 'pong', {})).seq, 7);
  },

  theServersClockIsKnownFromItsFrames() {
    same(after(snapshot(1, [])).offset, Date.parse(NOW));
  },

  waitingIsInTheOrderOfTheQueueNotOfArrival() {
    const state = after(snapshot(1, [contact('late', 'queued', { order: 5 }), contact('urgent', 'queued', { order: -9e15 }), contact('early', 'queued', { order: 2 })]));
    same(select.waiting(state).map((c) => c.id), ['urgent', 'early', 'late']);
  },

  anotherPersonsContactLeavesTheScreenWithItsWordsAndKeepsTheDraft() {
    const state = after(
      snapshot(1, [own()]),
      frame(2, 'message.received', { contact: own({ messages: 1 }), message: message(1) }),
      { type: 'open', contact: 'c' },
      { type: 'draft', contact: 'c', text: 'half a sentence' },
      frame(3, 'contact.returned', { contact: { id: 'c', state: 'elsewhere' } }),
    );
    same([state.contacts, state.threads, state.open, state.drafts.c], [{}, {}, null, 'half a sentence']);
  },

  whatWasTickedAboutAPersonLeavesTheScreenWithHer() {
    const ticked = { type: 'ticked', contact: 'c', form: { gender: 'woman' } };
    const gone = after(snapshot(1, [own()]), ticked, frame(2, 'contact.closed', { contact: { id: 'c', state: 'closed' } }));
    same(gone.searches, {});
    same(after(snapshot(1, [own()]), ticked, snapshot(9, [])).searches, {});
    same(after(snapshot(1, [own()]), ticked, snapshot(9, [own()])).searches, { c: { gender: 'woman' } });
    same(after(snapshot(1, [own()]), ticked, { type: 'signed-out' }).searches, {});
  },

  anOfferThatAnotherTookIsSaidAndOneThatRanOutOrIsHersIsNot() {
    const offered = contact('a', 'offered', { person: 'Caller A', offer: { id: 'a.1' } });
    const taken = (type, more) => after(snapshot(1, [offered]), frame(2, type, { contact: { id: 'a', state: 'elsewhere', ...more } })).taken;
    same(taken('contact.connected', {}), { person: 'Caller A' });
    same(taken('contact.connected', { state: 'connected', owner: 'nadia' }), null);
    same(taken('contact.returned', {}), null);
    same(taken('contact.offer-ended', {}), null);
    same(after(snapshot(1, []), frame(2, 'contact.connected', { contact: { id: 'a', state: 'elsewhere' } })).taken, null);
  },

  messagesStandInTheServersOrderWhateverOrderTheyCameIn() {
    same(merge([message(3)], [message(1), message(2), message(3)]).map((m) => m.n), [1, 2, 3]);
  },

  aLateAnswerDoesNotTurnAStateBack() {
    const out = (state) => message(1, { direction: 'out', state });
    same(merge([out('delivered')], [out('sent')])[0].state, 'delivered');
    same(merge([out('unknown')], [out('sent')])[0].state, 'sent');
    same(merge([out('queued')], [out('failed')])[0].state, 'failed');
  },

  aGapIsNoticedInTheMiddleAndAtTheEnd() {
    same([gap([], 0), gap([message(1)], 1), gap([message(1), message(3)], 3), gap([message(1)], 2), gap([message(2)], 0)], [null, null, 1, 1, 0]);
  },

  whatIsWrittenIsShownAsPendingUntilTheServerNamesItsKey() {
    const writing = after(snapshot(1, [own()]), { type: 'draft', contact: 'c', text: 'x' }, { type: 'write', contact: 'c', key: 'k', text: 'x', at: NOW });
    same([writing.pending.c.map((p) => p.state), writing.drafts.c], [['sending'], '']);
    const written = reduce(writing, frame(2, 'message.written', { contact: own({ messages: 1 }), message: message(1, { direction: 'out', state: 'queued', key: 'k' }) }));
    same([written.pending.c, written.threads.c.map((m) => m.state)], [[], ['queued']]);
  },

  aRefusedTextStaysWithItsReason() {
    const state = after({ type: 'write', contact: 'c', key: 'k', text: 'x', at: NOW }, { type: 'write.state', contact: 'c', key: 'k', state: 'refused', why: 'not yours' });
    same(state.pending.c, [{ key: 'k', text: 'x', at: NOW, state: 'refused', why: 'not yours' }]);
  },

  draftsBelongToTheirConversation() {
    const state = after({ type: 'draft', contact: 'a', text: 'for a' }, { type: 'draft', contact: 'b', text: 'for b' });
    same(state.drafts, { a: 'for a', b: 'for b' });
  },

  signingOutForgetsContactsAndWordsOfOthersButNotHerOwn() {
    const state = after(snapshot(1, [own()]), { type: 'draft', contact: 'c', text: 'x' }, { type: 'signed-out' });
    same([state.contacts, state.threads, state.me, state.seq, state.drafts], [{}, {}, null, null, { c: 'x' }]);
    same(reduce(state, { type: 'forget' }).drafts, {});
  },

  unreadCountsWhatSheHasNotSeen() {
    const received = (seq, n) => frame(seq, 'message.received', { contact: own({ messages: n }), message: message(n) });
    const state = after(snapshot(1, [own()]), received(2, 1), { type: 'open', contact: 'c' }, received(3, 2), received(4, 3));
    same(select.unread(state, 'c'), 2);
    same(select.unread(reduce(state, { type: 'seen', contact: 'c' }), 'c'), 0);
  },

  theLongestUnansweredConversationIsFirst() {
    const at = (m) => `2026-11-24T12:0${m}:00Z`;
    const state = after(snapshot(1, [
      contact('answered', 'connected', { owner: 'nadia' }),
      contact('new', 'connected', { owner: 'nadia', unanswered: 1, arrivedAt: at(5) }),
      contact('old', 'connected', { owner: 'nadia', unanswered: 1, arrivedAt: at(1) }),
      contact('hers', 'connected', { owner: 'lucia' }),
    ]));
    same(select.mine(state).map((c) => c.id), ['old', 'new', 'answered']);
  },

  herOwnPresenceFollowsTheServer() {
    const state = after(snapshot(1, []), frame(2, 'responder.presence', { responder: { username: 'nadia', name: 'Nadia', state: 'away' } }));
    same(state.me.presence, 'away');
  },

  anUnknownActionIsAFault() {
    let fault = null;
    try {
      reduce(initial, { type: 'nonsense' });
    } catch (error) {
      fault = error.message;
    }
    same(fault, 'unknown action nonsense');
  },
};
