/** Renders its host again every so often: waits and countdowns. */
export class Ticker {
  #timer = 0;

  /** @param {import('lit').ReactiveControllerHost} host @param {number} every ms */
  constructor(host, every) {
    this.host = host;
    this.every = every;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.host.requestUpdate(), this.every);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }
}

/**
 * A wait in the words of a glance: seconds only in the first minute.
 *
 * @param {string} since ISO 8601, the server's clock
 * @param {number} offset the server's clock less ours, ms
 */
export function waited(since, offset) {
  const seconds = Math.max(0, Math.floor((Date.now() + offset - Date.parse(since)) / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Whole seconds left, never below zero. @param {string} until @param {number} offset */
export const left = (until, offset) => Math.max(0, Math.ceil((Date.parse(until) - Date.now() - offset) / 1000));

/** A date without the year. @param {string} at */
export const day = (at) => new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });

/** @param {string} at */
export const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
