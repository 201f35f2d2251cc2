/** The simulator's own HTTP interface; every path is relative to the page. */

async function answer(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.status === 204 ? null : response.json();
}

const phone = (number) => `phones/${encodeURIComponent(number)}`;

export const lines = () => answer("lines");

export const history = (number) => answer(phone(number));

export const send = (number, text) =>
  answer(`${phone(number)}/messages`, { method: "POST", body: JSON.stringify(text) });

export const call = (number, { to }) =>
  answer(`${phone(number)}/calls`, { method: "POST", body: JSON.stringify({ to }) });

export const onCall = (sid, deed, said) =>
  answer(`calls/${sid}/${deed}`, { method: "POST", body: JSON.stringify({ said }) });

const CALLS_EVERY = 700;

/** Calls `changed` with all calls, for ever; what is heard changes too often for single events. */
export async function followCalls(changed) {
  for (;;) {
    try {
      changed((await answer("calls")).calls);
    } catch {
      // `follow` says that the simulator does not answer
    }
    await new Promise((resume) => setTimeout(resume, CALLS_EVERY));
  }
}

/**
 * Calls `happened` with each event after `newest`, for ever; `connected` says whether it can.
 * After a restart the numbers begin anew: `restarted` is called, and what was shown is void.
 */
export async function follow(newest, { happened, connected, restarted }) {
  for (let pause = 500; ; ) {
    try {
      const { events, newest: theirs } = await answer(`events?after=${newest}`);
      connected(true);
      pause = 500;
      if (theirs < newest) {
        newest = theirs;
        restarted();
      }
      for (const event of events) {
        newest = event.number;
        happened(event);
      }
    } catch {
      connected(false);
      await new Promise((resume) => setTimeout(resume, pause));
      pause = Math.min(pause * 2, 8000);
    }
  }
}
