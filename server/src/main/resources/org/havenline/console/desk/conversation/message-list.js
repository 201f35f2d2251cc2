import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { gap } from '../state/thread.js';
import { DeskElement } from '../views/element.js';
import { message, pending } from './message.js';

const NEAR_END = 80;

/** All that was said, in the server's order; what is not acknowledged yet stands at the end. */
class MessageList extends DeskElement {
  static properties = { ...DeskElement.properties, below: { state: true } };
  #atEnd = true;
  #last = 0;
  #top = 0;
  #size = new ResizeObserver(() => this.#atEnd && this.#toEnd());

  render() {
    const { contact, state, desk } = this;
    const thread = state.threads[contact.id] ?? [];
    const own = state.pending[contact.id] ?? [];
    const missing = gap(thread, contact.messages ?? 0) !== null;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Messages" @scroll=${this.#scrolled}>
        ${missing ? html`<p class="soft">Fetching messages…</p>` : null}
        <ol class="messages">
          ${repeat(thread, (m) => m.n, (m) => message(m, contact, desk))}
          ${repeat(own, (p) => p.key, (p) => pending(p, contact, desk))}
        </ol>
      </div>
      ${this.below ? html`<button class="below" @click=${this.#toEnd}>New message below</button>` : null}
    `;
  }

  /** What grows beneath, such as the reply box, must not cover the newest words. */
  firstUpdated() {
    this.#size.observe(this.#scroll);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  updated() {
    const { id } = this.contact;
    const size = (this.state.threads[id]?.length ?? 0) + (this.state.pending[id]?.length ?? 0);
    if (size === this.#last) return;
    this.#last = size;
    if (this.#atEnd) this.#toEnd();
    else this.below = true;
  }

  #scrolled = () => {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_END;
    // only a person scrolls up; growth beneath also ends up far from the end and must not count
    this.#atEnd = near || (this.#atEnd && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (this.#atEnd) this.below = false;
  };

  #toEnd = () => {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
  };

  get #scroll() {
    return this.renderRoot.querySelector('.scroll');
  }
}

customElements.define('hl-message-list', MessageList);
