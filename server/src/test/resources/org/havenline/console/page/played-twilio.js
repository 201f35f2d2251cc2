// A Voice SDK that a test plays: it notes what is done with it, in window.played.
const played = (window.played = { done: [], devices: [] });

class Emitter {
  #heard = {};

  on(name, work) {
    (this.#heard[name] ??= []).push(work);
    return this;
  }

  emit(name, what) {
    (this.#heard[name] ?? []).forEach((work) => work(what));
  }
}

class Call extends Emitter {
  #status = 'pending';

  emit(name, what) {
    if (['cancel', 'reject', 'disconnect'].includes(name)) this.#status = 'closed';
    super.emit(name, what);
  }

  status() {
    return this.#status;
  }

  accept() {
    this.#status = 'open';
    played.done.push('accept');
    this.emit('accept', this);
  }

  reject() {
    played.done.push('reject');
    this.emit('reject');
  }

  disconnect() {
    played.done.push('disconnect');
    this.emit('disconnect', this);
  }

  sendDigits(digits) {
    played.done.push(`digits ${digits}`);
  }
}

class Device extends Emitter {
  state = 'unregistered';

  constructor(token, options) {
    super();
    this.options = options;
    played.devices.push(this);
    played.done.push(`device ${token}`);
  }

  async register() {
    this.state = 'registered';
    this.emit('registered');
  }

  updateToken(token) {
    played.done.push(`renewed ${token}`);
  }

  destroy() {
    this.state = 'destroyed';
    played.done.push('destroyed');
  }
}

played.rings = () => {
  played.call = new Call();
  played.devices.at(-1).emit('incoming', played.call);
};

globalThis.Twilio = { Device };
