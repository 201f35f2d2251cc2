import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { segments } from '../text/segments.js';
import { DeskElement } from '../views/element.js';
import './call-back.js';

const LONGEST = 1600;

/** The reply, where one can be written. It never locks and never loses a word; it says to whom it goes. */
class Composer extends DeskElement {
  render() {
    const { contact, state } = this;
    if (contact.channel === 'VOICE') {
      return html`<div class="composer">
        <hl-call-back .desk=${this.desk} .state=${state} .contact=${contact}></hl-call-back>
        <p class="soft">This is a call: nothing can be written into it.</p>
      </div>`;
    }
    const draft = state.drafts[contact.id] ?? '';
    const stopped = contact.textable === false;
    return html`<form class="composer" @submit=${this.#submit}>
      ${stopped
        ? html`<p class="stopped"><strong>This number cannot be texted (STOP).</strong> Nothing you send arrives until the person texts START.</p>`
        : null}
      ${contact.left
        ? html`<p class="stopped"><strong>She has left the page.</strong> Nothing you write reaches her there any more.</p>`
        : null}
      ${contact.forced
        ? html`<p class="stopped" role="alert"><strong>Somebody came back with her words, under duress.</strong> It is <bdi>${contact.forced}</bdi>, a new chat that shows nothing of this one. Do not let it know that you noticed.</p>`
        : null}
      <label for="reply">Reply to <bdi>${contact.person}</bdi></label>
      <textarea id="reply" dir="auto" rows="3" maxlength=${LONGEST} spellcheck="false" autocomplete="off" aria-describedby="reply-size"
        .value=${live(draft)} @input=${this.#typed} @keydown=${this.#key}></textarea>
      <div class="line">
        <span id="reply-size" class="soft">${this.#size(draft)}</span>
        <span class="soft keys">Ctrl + Enter sends</span>
        <button class="primary" ?disabled=${draft.trim() === ''}>${stopped ? 'Try to send' : 'Send'}</button>
      </div>
    </form>`;
  }

  #size(draft) {
    if (this.contact.channel !== 'SMS') return `${draft.length} of ${LONGEST} characters`;
    const { parts, used, room, wide } = segments(draft);
    const texts = parts === 1 ? '1 text' : `${parts} texts`;
    return `${texts} · ${used} of ${room}${wide ? ' (this script takes more room)' : ''}`;
  }

  #typed = (event) => this.desk.typed(this.contact.id, event.target.value);

  #key = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#submit(event);
  };

  #submit = (event) => {
    event.preventDefault();
    const text = (this.state.drafts[this.contact.id] ?? '').trim();
    if (text === '') return;
    this.desk.write(this.contact.id, text);
    this.renderRoot.querySelector('textarea').focus();
  };
}

customElements.define('hl-composer', Composer);
