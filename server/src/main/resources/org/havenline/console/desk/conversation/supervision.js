import { html } from 'lit';
import { GUEST, GUEST_STATE, WAY } from './call-labels.js';
import { WatchedCall } from './watched-call.js';

/** A talk of others, as a supervisor sees it: who is in it, and coming in. Never what is said, but by telephone. */
class Supervision extends WatchedCall {
  render() {
    const { call } = this;
    if (call === undefined) return html`<p class="soft">One moment…</p>`;
    if (call === null) return html`<p class="soft">She is not on the telephone any more.</p>`;
    const there = call.guests.filter((one) => one.state !== 'over');
    const own = there.find((one) => one.kind === 'supervisor' && one.own);
    const others = there.filter((one) => one !== own);
    return html`<div class="supervision" role="group" aria-label="The call of ${this.contact.person}">
      ${call.held ? html`<p class="soft">She is on hold.</p>` : null}
      ${others.length
        ? html`<ul class="guests soft" aria-label="Others in the call">
            ${others.map((one) => html`<li>${GUEST[one.kind]}${one.name ? html` <bdi>${one.name}</bdi>` : null}: ${GUEST_STATE[one.state]}</li>`)}
          </ul>`
        : null}
      <p role="status">${this.#stands(call, own)}</p>
      ${call.talking || own ? this.#deeds(own) : null}
      <p class="problem" role="alert">${this.problem ?? ''}</p>
    </div>`;
  }

  #deeds(own) {
    return html`<div class="deeds">
      ${Object.entries(WAY).map(([way, { press }]) => html`<button class="small" aria-pressed=${own?.way === way} @click=${() => this.#do('/supervisor', 'PUT', { way })}>${press}</button>`)}
      ${own ? html`<button class="small" @click=${() => this.#do(`/guests/${own.id}`, 'DELETE')}>Leave</button>` : null}
    </div>`;
  }

  /** What is, by the server; not what was pressed. */
  #stands(call, own) {
    if (!call.talking && !own) return 'They are not together on the telephone now.';
    switch (own?.state) {
      case undefined:
        return `To come in, you are rung on your telephone.${call.announced ? ' Both are told that somebody else is on the call before you hear them.' : ''}`;
      case 'ringing':
        return 'Your telephone rings. Press 1 there to come in.';
      case 'answered':
        return 'Press 1 on your telephone to come in.';
      case 'waiting':
        return call.announced ? `You wait, and hear nothing yet: both are told first${call.held ? ', once she is off hold' : ''}.` : 'You wait, and hear nothing yet.';
      default:
        return this.#heard(own);
    }
  }

  #heard({ way, heardBy }) {
    const { now } = Object.values(WAY).find((one) => one.by === heardBy);
    return WAY[way].by === heardBy ? now : `${now} This is being changed.`;
  }

  async #do(what, method, asked) {
    this.problem = null;
    try {
      await this.desk.onCall(this.contact.id, what, method, asked);
    } catch (problem) {
      this.problem = problem.detail ? `${problem.message}. ${problem.detail}` : problem.message;
    }
    await this.look();
  }
}

customElements.define('hl-supervision', Supervision);
