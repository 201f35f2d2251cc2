import { html } from 'lit';
import { GUEST, GUEST_STATE, HEARD_BY, REASON } from './call-labels.js';
import { WatchedCall } from './watched-call.js';

/** The call beside the conversation: hold, mute, who else is in it, to whom it passes. */
class CallStrip extends WatchedCall {
  get watching() {
    const { contact, state } = this;
    return contact.channel === 'VOICE' && contact.owner === state.me.username && !contact.left;
  }

  render() {
    const { call } = this;
    if (!this.watching || !call) return null;
    if (!call.talking) return html`<div class="call" role="group" aria-label="The call"><p class="soft">She is on the line. You are put together when you have taken the call ${this.state.me.softphone ? 'in this browser' : 'on your telephone'}.</p>${this.#problem()}</div>`;
    const guests = call.guests.filter((one) => one.state !== 'over');
    const successor = guests.find((one) => one.kind === 'successor');
    const has = (kind) => guests.some((one) => one.kind === kind);
    return html`<div class="call" role="group" aria-label="The call">
      <div class="deeds">
        ${successor ? null : html`<button aria-pressed=${call.held} @click=${() => this.#do('', 'PUT', { held: !call.held })}>${call.held ? 'Take her off hold' : 'Hold'}</button>`}
        <button aria-pressed=${call.muted} @click=${() => this.#do('', 'PUT', { muted: !call.muted })}>${call.muted ? 'Be heard again' : 'Mute me'}</button>
        ${has('interpreter') ? null : html`<button @click=${() => this.#do('/guests', 'POST', { kind: 'interpreter' })}>Interpreter</button>`}
        ${successor ? null : this.#transfer(call.colleagues)} ${call.emergency && !has('emergency') ? this.#emergency() : null}
      </div>
      ${successor ? html`<p class="soft">She is on hold until a colleague takes the call, or you keep it.</p>` : null}
      ${call.held && !successor ? html`<p class="soft">She hears that she is still connected, and does not hear you.</p>` : null}
      ${call.muted ? html`<p class="soft">Nobody hears you.</p>` : null}
      ${guests.length
        ? html`<ul class="guests" aria-label="Others in the call">
            ${guests.map((one) => this.#guest(one))}
          </ul>`
        : null}
      ${this.#problem()}
    </div>`;
  }

  #problem() {
    return html`<p class="problem" role="alert">${this.problem ?? ''}</p>`;
  }

  #guest(one) {
    const briefed = one.kind === 'successor' && one.way === 'warm' && one.state === 'there';
    return html`<li>
      <span>${GUEST[one.kind]}${one.name ? html` <bdi>${one.name}</bdi>` : null}: ${HEARD_BY[one.heardBy] ?? GUEST_STATE[one.state]}</span>
      ${briefed ? html`<button class="small primary" @click=${() => this.#do('/transfer/complete', 'POST')}>Hand over now</button>` : null}
      ${one.kind === 'supervisor' ? null : html`<button class="small" @click=${() => this.#do(`/guests/${one.id}`, 'DELETE')}>${one.kind === 'successor' ? 'Keep the call' : 'End for them'}</button>`}
    </li>`;
  }

  #transfer(colleagues) {
    return html`<details>
      <summary>Transfer…</summary>
      ${colleagues.length
        ? html`<form @submit=${this.#passes}>
            <label>To <select name="to">${colleagues.map((one) => html`<option value=${one.username}>${one.name}</option>`)}</select></label>
            <button class="small" name="way" value="warm">Brief first</button>
            <button class="small" name="way" value="cold">Pass at once</button>
          </form>`
        : html`<p class="soft">No colleague is free for a call now.</p>`}
      <p><button class="small" @click=${() => this.#do('/transfer', 'POST', {})}>Back to the queue</button> <span class="soft">She keeps her place.</span></p>
    </details>`;
  }

  #passes = (event) => {
    event.preventDefault();
    this.#do('/transfer', 'POST', { to: new FormData(event.target).get('to'), way: event.submitter.value });
  };

  #emergency() {
    return html`<details>
      <summary>Emergency…</summary>
      <form @submit=${this.#called}>
        <label>Why <select name="reason" required>
          <option value="">Choose</option>
          ${Object.entries(REASON).map(([code, words]) => html`<option value=${code}>${words}</option>`)}
        </select></label>
        <label><input type="checkbox" name="agreed" /> She agreed</label>
        <button class="small">Call emergency services</button>
      </form>
      <p class="soft">They come into this call at once. Who called and why is kept.</p>
    </details>`;
  }

  #called = (event) => {
    event.preventDefault();
    const said = new FormData(event.target);
    this.#do('/guests', 'POST', { kind: 'emergency', reason: said.get('reason'), agreed: said.get('agreed') === 'on' });
  };

  async #do(what, method, asked) {
    this.problem = null;
    try {
      await this.desk.onCall(this.contact.id, what, method, asked);
      await this.look();
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

customElements.define('hl-call', CallStrip);
