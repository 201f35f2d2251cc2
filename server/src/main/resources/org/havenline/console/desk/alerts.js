const RING_EVERY = 3_000;

/**
 * What calls a responder who looks elsewhere: sound, title, notification. None of it ever carries
 * content. Browsers allow sound only after a click, so "go on duty" is that click.
 */
export class Alerts extends EventTarget {
  /** @type {AudioContext|null} */
  #audio = null;
  #ringing = 0;

  /** Whether a ring would be heard, as far as the browser knows. */
  get audible() {
    return this.#audio?.state === 'running';
  }

  /** Called from a click: unlocks the sound and plays a test tone. */
  async unlock() {
    if (!this.#audio) {
      this.#audio = new AudioContext();
      this.#audio.onstatechange = () => this.dispatchEvent(new Event('change'));
    }
    await this.#audio.resume();
    this.#tone(660, 0, 0.25);
    if (globalThis.Notification?.permission === 'default') Notification.requestPermission();
    this.dispatchEvent(new Event('change'));
  }

  /** Rings for as long as somebody is offered. @param {number} offered */
  ring(offered) {
    if (offered > 0 && !this.#ringing) {
      this.#bell();
      this.#notify('A contact is offered to you');
      this.#ringing = setInterval(() => this.#bell(), RING_EVERY);
    } else if (offered === 0 && this.#ringing) {
      clearInterval(this.#ringing);
      this.#ringing = 0;
    }
  }

  /** One soft tone for a new message. */
  chime() {
    this.#tone(520, 0, 0.18);
    if (document.hidden) this.#notify('A new message');
  }

  /** @param {number} offered @param {number} unread */
  title(offered, unread) {
    const count = offered + unread;
    document.title = (offered ? '● Offer – ' : count ? `(${count}) ` : '') + 'Havenline';
  }

  #bell() {
    this.#tone(784, 0, 0.35);
    this.#tone(988, 0.22, 0.45);
  }

  #tone(frequency, after, length) {
    if (!this.#audio || !this.audible) return;
    const start = this.#audio.currentTime + after;
    const gain = this.#audio.createGain();
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(0.25, start + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + length);
    const tone = this.#audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain).connect(this.#audio.destination);
    tone.start(start);
    tone.stop(start + length);
  }

  #notify(text) {
    if (document.hidden && globalThis.Notification?.permission === 'granted') new Notification(text, { tag: 'havenline' });
  }
}
