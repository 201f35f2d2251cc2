import { Alerts } from './alerts.js';
import { Importing } from './directory/importing.js';
import { call, file } from './link/api.js';
import { Outgoing } from './link/outgoing.js';
import { Softphone } from './softphone/softphone.js';
import * as select from './state/select.js';
import { Link } from './link/socket.js';
import { Store } from './state/store.js';
import { gap } from './state/thread.js';
import * as labels from './text/labels.js';

/** A whole directory is read, compared and stored. */
const IMPORT_MS = 300_000;

/** A few megabytes over a slow line. */
const BRING_MS = 60_000;

/** What a responder can do, in one place: the views call these and show the store's state. */
export class Desk extends EventTarget {
  store = new Store();
  alerts = new Alerts();
  /** @type {(text: string, urgent: boolean) => void} spoken by screen readers */
  announce = () => {};
  #fetching = new Set();
  #reading = 0;

  constructor() {
    super();
    const dispatch = (action) => this.store.dispatch(action);
    this.outgoing = new Outgoing({
      dispatch,
      send: (contact, text, key) => this.#call('POST', `/conversations/${contact}/messages`, { text, key }),
    });
    this.link = new Link({
      url: `${location.origin.replace(/^http/, 'ws')}/desk/events`,
      after: () => this.state.seq,
      onFrame: (frame) => this.#receive(frame),
      onState: (link) => (link.state === 'ended' ? this.#leave() : dispatch({ type: 'link', link })),
      onRefused: () => this.#call('GET', '/me').catch(() => {}),
    });
    for (const event of ['online', 'pageshow', 'visibilitychange']) addEventListener(event, () => this.#back(), true);
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => this.#touched(), true);
    this.softphone = new Softphone(() => this.#call('POST', '/call-token'));
    this.softphone.addEventListener('change', () => this.#ring());
    this.store.addEventListener('change', () => this.#attention());
  }

  get state() {
    return this.store.state;
  }

  /** Goes on when the page is loaded again within a session. */
  async resume() {
    try {
      this.#enter(await call('GET', '/me'));
    } catch {
      this.store.dispatch({ type: 'signed-out' });
    }
  }

  async signIn(username, password) {
    const { me } = await call('POST', '/sessions', { username, password });
    if (this.lastUser && this.lastUser !== me.username) this.store.dispatch({ type: 'forget' });
    this.#enter(me);
  }

  async signOut() {
    this.softphone.stop();
    await call('DELETE', '/sessions/current').catch(() => {});
    this.#leave();
  }

  /** @param {boolean} on called from a click, so that sound may start */
  async duty(on) {
    if (on) await this.alerts.unlock();
    this.store.dispatch({ type: 'wanted', on });
    const { state } = await this.#call('PUT', '/me/presence', { state: on ? 'available' : 'away' });
    this.store.dispatch({ type: 'me.presence', presence: state });
    this.link.check();
  }

  accept = (contact) => this.#call('POST', `/offers/${contact.offer.id}/accept`).then(() => this.open(contact.id));
  decline = (contact, reason) => this.#call('POST', `/offers/${contact.offer.id}/decline`, { reason });
  close = (id, disposition, note) => this.#call('POST', `/conversations/${id}/close`, { disposition, note });
  setLanguage = (id, language) => this.#call('PUT', `/contacts/${id}/language`, { language });
  setRisk = (id, level) => this.#call('PUT', `/contacts/${id}/risk`, { level });
  onCall = (id, what = '', method = 'GET', asked = undefined) => this.#call(method, `/contacts/${id}/call${what}`, asked);
  callBack = (id) => this.#call('POST', `/contacts/${id}/call-back`);
  draft = (id, text) => this.store.dispatch({ type: 'draft', contact: id, text });

  /** What she types stays here; on the web the person sees that she does. */
  typed(id, text) {
    this.draft(id, text);
    if (text !== '' && this.state.contacts[id]?.channel === 'WEBCHAT') this.link.typing(id);
  }

  findServices = (asked) => this.#call('POST', '/services/search', asked);
  suggestServices = (typed) => this.#call('GET', `/services/suggestions?typed=${encodeURIComponent(typed)}`).then((answer) => answer.suggestions);
  referrals = (id) => this.#call('GET', `/contacts/${id}/referrals`);
  showServices = (shown) => this.store.dispatch({ type: 'services', shown });
  tick = (id, form) => this.store.dispatch({ type: 'ticked', contact: id, form });

  /** @param {string} what below the person's referrals: '' makes one, `/id/consent` notes what she agreed to */
  refer(id, what, asked, method = 'POST') {
    return this.#call(method, `/contacts/${id}/referrals${what}`, asked);
  }

  importing = new Importing((asked) => this.#call('POST', '/services/imports', asked, IMPORT_MS));
  showRecordings = (shown) => this.store.dispatch({ type: 'recordings', shown });
  prompts = () => this.#call('GET', '/prompts');
  bringPrompt = (print, audio) => this.#call('PUT', `/prompts/${print}`, { audio }, BRING_MS);
  recordByPhone = (phone) => this.#call('POST', '/prompts/calls', { phone });
  dropPrompt = (print) => this.#call('DELETE', `/prompts/${print}`);
  showDirectory = (shown) => this.store.dispatch({ type: 'directory', shown });
  sources = () => this.#call('GET', '/services/sources').then((answer) => answer.sources);
  exported = () => this.#within(() => file('/services/export', IMPORT_MS));

  noteSafeTime = (id, until) => this.#call('PUT', `/contacts/${id}/safe-time`, until ? { writeUntil: until } : {});

  #referred() {
    this.dispatchEvent(new Event('referred'));
    this.#followUps().catch(() => {});
  }

  async #followUps() {
    if (!select.answers(this.state)) return;
    const { followUps } = await this.#call('GET', '/follow-ups');
    this.store.dispatch({ type: 'follow-ups', followUps });
  }

  /** What a search may begin with; asked once, for the towns hardly change within a shift. */
  async choices() {
    this.store.dispatch({ type: 'choices', choices: await this.#call('GET', '/services/choices') });
  }

  /** Puts a text that did not go out back in the box, behind what stands there. */
  again(id, text, key) {
    const draft = this.state.drafts[id] ?? '';
    this.draft(id, draft.trim() === '' ? text : `${draft}\n${text}`);
    if (key) this.store.dispatch({ type: 'write.dropped', contact: id, key });
  }

  async resolve(id) {
    await this.#call('POST', `/quarantine/${id}/resolve`, {});
    this.store.dispatch({ type: 'resolved', id });
  }

  open(id) {
    this.store.dispatch({ type: 'open', contact: id });
    if (id) this.#complete(id);
  }

  write(id, text) {
    return this.outgoing.write(id, text);
  }

  #enter(me) {
    this.lastUser = me.username;
    this.store.dispatch({ type: 'signed-in', me });
    this.link.start();
    this.#languages().catch(() => {});
  }

  async #languages() {
    if (!select.answers(this.state)) return;
    const { languages } = await this.#call('GET', '/languages');
    this.store.dispatch({ type: 'languages', languages });
  }

  #leave() {
    this.link.stop();
    this.outgoing.stop();
    this.importing.restart();
    this.store.dispatch({ type: 'signed-out' });
  }

  /** A call within a session; when that is over, back to signing in. */
  #call(...what) {
    return this.#within(() => call(...what));
  }

  async #within(work) {
    try {
      return await work();
    } catch (problem) {
      if (problem.status === 401) this.#leave();
      throw problem;
    }
  }

  #receive(frame) {
    const { taken } = this.state;
    this.store.dispatch({ type: 'frame', frame, receivedAt: Date.now() });
    if (this.state.taken && this.state.taken !== taken) this.#taken(this.state.taken);
    const { contact, message } = frame;
    if (frame.type === 'contact.offered' && contact.offer) this.announce(`Offer: ${summary(contact)}`, true);
    if (frame.type === 'message.received' && message) this.#heard(contact, message);
    // by her, by a colleague, or by the service itself
    if (frame.type === 'contact.referral' || frame.type === 'contact.safe-time') this.#referred();
    if (frame.type === 'snapshot') this.#followUps().catch(() => {});
    // other rules may have found other words in what is shown
    if (frame.type === 'contact.understood') this.#fetch(contact.id, 0);
    for (const own of contact ? [contact] : (frame.contacts ?? [])) this.#complete(own.id);
  }

  /** Nothing for her to do: it is said once, and stands for a moment. */
  #taken({ person }) {
    this.announce(labels.taken(person), false);
    clearTimeout(this.#reading);
    this.#reading = setTimeout(() => this.store.dispatch({ type: 'taken.read' }), 20_000);
  }

  #heard(contact, message) {
    const looking = this.state.open === contact.id && !document.hidden;
    if (looking) this.store.dispatch({ type: 'seen', contact: contact.id });
    this.alerts.chime();
    this.announce(looking ? `${contact.person}: ${message.text}` : `New message from ${contact.person}`, false);
  }

  /** Fetches what is missing of an own conversation; a failure is tried again with the next frame or sign of life. */
  async #complete(id) {
    const after = gap(this.state.threads[id] ?? [], this.state.contacts[id]?.messages ?? 0);
    if (after !== null) await this.#fetch(id, after);
  }

  async #fetch(id, after) {
    const contact = this.state.contacts[id];
    if (!contact || contact.owner !== this.state.me?.username || this.#fetching.has(id)) return;
    this.#fetching.add(id);
    try {
      const { messages } = await this.#call('GET', `/conversations/${id}/messages?after=${after}`);
      this.store.dispatch({ type: 'messages', contact: id, messages });
      if (this.state.open === id && !document.hidden) this.store.dispatch({ type: 'seen', contact: id });
    } catch {
      // stays a gap: the next sign of life asks again
    } finally {
      this.#fetching.delete(id);
    }
  }

  #back() {
    if (document.hidden || this.state.phase !== 'signed-in') return;
    this.link.check();
    const { open } = this.state;
    this.#followUps().catch(() => {});
    if (open) this.store.dispatch({ type: 'seen', contact: open });
    for (const { id } of select.mine(this.state)) this.#complete(id);
  }

  /** Sound is allowed from the first touch on: a page loaded again need not be told to ring. */
  #touched() {
    if (this.state.me?.presence === 'available' && !this.alerts.audible) this.alerts.unlock();
  }

  /** For an offer, and for a call that comes without one; not into a talk, where she would hear it. */
  #ring() {
    const { rings, talks } = this.softphone;
    this.alerts.ring(talks ? 0 : select.offers(this.state).length + (rings ? 1 : 0));
  }

  #attention() {
    const offered = select.offers(this.state).length;
    const { me } = this.state;
    this.softphone.want(me?.softphone && me.presence === 'available' ? me.username : null);
    this.#ring();
    this.alerts.title(offered, select.mine(this.state).reduce((sum, c) => sum + select.unread(this.state, c.id), 0));
  }
}

/** @param {import('./state/types.js').Contact} contact */
export const summary = (contact) =>
  `${contact.person}, ${labels.language(contact.language.tag)}, ${labels.RISK[contact.risk.level]}, ${labels.CHANNEL[contact.channel]}`;
