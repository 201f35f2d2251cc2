import { fault, ranges, read } from '/desk/directory/files.js';
import { Importing } from '/desk/directory/importing.js';
import { EMPTY, about, body } from '/desk/services/search.js';
import { pieces } from '/desk/text/highlight.js';
import { Outgoing } from '/desk/link/outgoing.js';
import { segments } from '/desk/text/segments.js';
import { Link } from '/desk/link/socket.js';
import { same } from './check.js';

const counted = (text) => {
  const { parts, used, room } = segments(text);
  return [parts, used, room];
};

/** A socket that the test opens, feeds and cuts. */
class FakeSocket {
  static made = [];
  readyState = 0;
  sent = [];

  constructor(url) {
    this.url = url;
    FakeSocket.made.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text).type);
    this.words = text;
  }

  close() {}

  opens() {
    this.readyState = 1;
    this.onopen();
  }
}

const link = (parts = {}) => {
  FakeSocket.made = [];
  const states = [];
  const made = new Link({ url: 'ws://x', after: () => null, onFrame: () => {}, onState: (s) => states.push(s), onRefused: () => {}, WebSocket: FakeSocket, random: () => 1, ...parts });
  return { made, states };
};

const CHOICES = {
  kinds: [
    { code: 'shelter', label: 'Shelter', signs: ['escaping'] },
    { code: 'medical', label: 'Medical care', signs: ['medical'] },
  ],
  towns: [{ name: 'Buffalo, NY', latitude: 42.9, longitude: -78.8 }],
};

const caller = (tag, ...codes) => ({ language: { tag, certainty: 'set' }, risk: { indicators: codes.map((code) => ({ code })) } });

export const tests = {
  ofHerOnlyGroupsAreCounted() {
    same(about({ ...EMPTY, gender: 'non-binary', age: '24', exploitation: ['labour'] }), { sex: 'other', age: 'from-18-to-24', form: 'labour' });
    same(about({ ...EMPTY, age: '60', exploitation: ['labour', 'sexual'] }), { age: 'from-60' });
    same(about(EMPTY), {});
  },

  anEmptyFormAsksForWhatHerWordsPointAtInHerLanguage() {
    same(body(EMPTY, CHOICES, caller('ti', 'escaping')), { kinds: ['shelter'], languages: ['ti'] });
    same(body(EMPTY, CHOICES, caller('und')), {});
  },

  whatSheChoosesOrWritesCountsMoreThanWhatIsSuggested() {
    same(body({ ...EMPTY, kinds: ['medical'] }, CHOICES, caller('ti', 'escaping')).kinds, ['medical']);
    same(body({ ...EMPTY, text: 'lawyer' }, CHOICES, caller('ti', 'escaping')), { text: 'lawyer', languages: ['ti'] });
  },

  aTownOfTheListAndDegreesArePlacesAndAnythingElseIsSaidToBeNone() {
    const near = (name) => body({ ...EMPTY, near: { name, km: 10 } }, CHOICES, caller('und')).near;
    same(near(' buffalo, ny '), { latitude: 42.9, longitude: -78.8, km: 10 });
    same(near('42.5, -78'), { latitude: 42.5, longitude: -78, km: 10 });
    try {
      near('Atlantis');
    } catch ({ message }) {
      return same(message.includes('Atlantis'), true);
    }
    throw new Error('Atlantis was found');
  },

  aTextOfTheBasicAlphabetHoldsAHundredAndSixty() {
    same([counted(''), counted('a'.repeat(160)), counted('a'.repeat(161))], [[1, 0, 160], [1, 160, 160], [2, 161, 306]]);
  },

  theEuroSignTakesTwoPlaces() {
    same(counted('€'), [1, 2, 160]);
  },

  anotherScriptHoldsSeventyUnits() {
    same([counted('ж'.repeat(70)), counted('ж'.repeat(71)), counted('🙂')], [[1, 70, 70], [2, 71, 134], [1, 2, 70]]);
  },

  signalsCutTheTextWithoutLosingALetter() {
    const found = pieces('they took my passport', [{ start: 5, end: 21, label: 'a' }, { start: 13, end: 21, label: 'b' }]);
    same(found.map((p) => p.text).join(''), 'they took my passport');
    same(found.map((p) => p.labels.length), [0, 1, 2]);
  },

  aSignalPastTheEndIsCutShort() {
    same(pieces('abc', [{ start: 1, end: 99, label: 'x' }]).map((p) => p.text), ['a', 'bc']);
  },

  async aTextIsTriedAgainWithTheSameKeyUntilTheServerAnswers() {
    const keys = [];
    const actions = [];
    const outgoing = new Outgoing({
      dispatch: (a) => actions.push(a),
      pause: async () => {},
      send: async (_contact, _text, key) => {
        keys.push(key);
        if (keys.length < 3) throw Object.assign(new Error('away'), { passing: true });
        return { n: 1, key };
      },
    });
    await outgoing.write('c', 'x');
    same([keys.length, new Set(keys).size], [3, 1]);
    same(actions.map((a) => a.type), ['write', 'write.state', 'write.state', 'messages']);
  },

  async textsOfOneConversationKeepTheirOrder() {
    const sent = [];
    let first = true;
    const outgoing = new Outgoing({
      dispatch: () => {},
      pause: async () => {},
      send: async (_contact, text) => {
        if (first) {
          first = false;
          throw Object.assign(new Error('away'), { passing: true });
        }
        sent.push(text);
        return {};
      },
    });
    await Promise.all([outgoing.write('c', 'one'), outgoing.write('c', 'two')]);
    same(sent, ['one', 'two']);
  },

  async aRefusedTextIsNotTriedAgain() {
    const actions = [];
    const outgoing = new Outgoing({
      dispatch: (a) => actions.push(a),
      send: async () => {
        throw Object.assign(new Error('not yours'), { passing: false });
      },
    });
    await outgoing.write('c', 'x');
    same(actions.map((a) => a.state ?? a.type), ['write', 'refused']);
  },

  async whatWaitsIsNotSentAfterSigningOut() {
    const actions = [];
    let tries = 0;
    const outgoing = new Outgoing({
      dispatch: (a) => actions.push(a),
      pause: async () => outgoing.stop(),
      send: async () => {
        tries++;
        throw Object.assign(new Error('away'), { passing: true });
      },
    });
    await outgoing.write('c', 'x');
    same([tries, actions.at(-1).why], [1, 'you were signed out']);
  },

  aLineThatDoesNotOpenAsksWhetherTheSessionIsOver() {
    let asked = 0;
    const { made } = link({ onRefused: () => asked++ });
    made.start();
    FakeSocket.made[0].onclose({ code: 1006 });
    same(asked, 1);
    made.check();
    FakeSocket.made[1].opens();
    FakeSocket.made[1].onclose({ code: 1006 });
    made.stop();
    same(asked, 1);
  },

  thatSheTypesIsToldOfEachConversationAtMostEveryThreeSecondsAndNothingOfWhat() {
    const { made } = link();
    made.start();
    made.typing('c1');
    const [socket] = FakeSocket.made;
    socket.opens();
    made.typing('c1');
    made.typing('c1');
    same(socket.sent, ['ping', 'typing']);
    same(JSON.parse(socket.words), { type: 'typing', contact: 'c1' });
    made.typing('c2');
    same(socket.sent.length, 3);
    made.stop();
  },

  theLineResumesFromTheNumberItHas() {
    const { made } = link({ after: () => 41 });
    made.start();
    same(FakeSocket.made[0].url, 'ws://x?after=41');
    made.stop();
  },

  aBrokenLineWaitsLongerEachTimeAndNeverGivesUp() {
    const { made, states } = link();
    made.start();
    const pauses = [];
    for (let i = 0; i < 40; i++) {
      FakeSocket.made.at(-1).onclose({ code: 1006 });
      pauses.push(Math.round((states.at(-1).retryAt - Date.now()) / 500) * 500);
      made.check();
    }
    made.stop();
    same(pauses.slice(0, 6), [500, 1000, 2000, 4000, 8000, 15000]);
    same([pauses.at(-1), FakeSocket.made.length], [15000, 41]);
  },

  anEndedSessionIsNotTriedAgain() {
    const { made, states } = link();
    made.start();
    FakeSocket.made[0].onclose({ code: 4401 });
    made.check();
    same([states.at(-1), FakeSocket.made.length], [{ state: 'ended' }, 1]);
  },

  aSignOfLifeIsAskedAtOnceWhenOpenedAndWhenChecked() {
    const { made } = link();
    made.start();
    FakeSocket.made[0].opens();
    made.check();
    made.stop();
    same(FakeSocket.made[0].sent, ['ping', 'ping']);
  },

  rowsInARowAreOneRange() {
    same(ranges([9, 3, 4, 5, 7]), '3–5, 7, 9');
  },

  whatIsNoFileOfServicesIsRefusedByItsName() {
    same(fault('a.csv', 1), null);
    same(['a.zip', 'a.xlsx', 'a|b.csv'].map((name) => fault(name, 1).split(' ').slice(-3).join(' ')), ['in it together.', 'saved as CSV.', 'taken. Rename it.']);
    same(fault('a.csv', 0).includes('empty'), true);
  },

  async moreThanTheServerTakesIsRefusedBeforeItIsSent() {
    const why = await read([{ name: 'a.json', size: 13 * 1024 * 1024 }]).catch((problem) => problem.message);
    same(why.startsWith('That is 13 MB; 12 MB are taken here.'), true);
  },

  async anImportIsSentOnceHoweverOftenTheButtonIsPressed() {
    const sent = [];
    const importing = new Importing(async (asked) => {
      sent.push(asked.apply ?? false);
      return { shown: 'x' };
    });
    await Promise.all([importing.look([new File(['{}'], 'a.json')], 'me'), importing.look([new File(['{}'], 'a.json')], 'me')]);
    await Promise.all([importing.apply(), importing.apply()]);
    await importing.apply();
    same([sent, importing.stage], [[false, true], 'done']);
  },

  async anImportWithoutAnAnswerIsNeverTakenForDoneNorForNotDone() {
    const importing = new Importing(async (asked) => {
      if (asked.apply) throw Object.assign(new Error('away'), { status: 0 });
      return { shown: 'x' };
    });
    await importing.look([new File(['{}'], 'a.json')], 'me');
    await importing.apply();
    same([importing.stage, importing.problem.includes('not known')], ['shown', true]);
  },
};
