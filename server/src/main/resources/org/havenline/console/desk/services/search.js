/**
 * What a responder has ticked about a person. It stays in this page, for as long as the conversation is hers.
 *
 * @typedef {{name: string, km: number}} Around a town of the list, or degrees such as `42.9,-78.8`
 * @typedef {{text: string, kinds: string[], gender: string, trans: boolean, age: string, children: {gender: string, age: number}[],
 *   needs: string[], exploitation: string[], cannotMeet: string[], near: Around, avoid: Around[], speaks: boolean, open: boolean,
 *   unvetted: boolean}} Form
 * @typedef {{kinds: {code: string, label: string, signs: string[]}[], towns: {name: string, latitude: number, longitude: number}[]}} Choices
 * @typedef {import('../state/types.js').Contact} Contact
 */

/** @type {Form} */
export const EMPTY = Object.freeze({
  text: '',
  kinds: [],
  gender: '',
  trans: false,
  age: '',
  children: [],
  needs: [],
  exploitation: [],
  cannotMeet: [],
  near: { name: '', km: 25 },
  avoid: [],
  speaks: true,
  open: false,
  unvetted: false,
});

/** The kinds her words point at. @param {Choices} choices @param {Contact} contact */
export function suggested(choices, contact) {
  const signs = new Set(contact.risk.indicators.map((one) => one.code));
  return choices.kinds.filter((kind) => kind.signs.some((sign) => signs.has(sign)));
}

/** The language that is searched for; null while it is not known. @param {Contact} contact */
export function spoken(contact) {
  const { tag, certainty } = contact.language;
  return tag === 'und' || certainty === 'unknown' ? null : tag;
}

/**
 * What the API is asked. Kinds that are suggested count until she has chosen, or written, something herself.
 *
 * @param {Form} form @param {Choices} choices @param {Contact} contact
 * @returns {object}
 * @throws {Error} what is wrong, for her
 */
export function body(form, choices, contact) {
  const language = spoken(contact);
  const kinds = form.kinds.length || form.text.trim() ? form.kinds : suggested(choices, contact).map((kind) => kind.code);
  return present({
    text: form.text.trim(),
    kinds,
    gender: form.gender,
    trans: form.trans,
    age: form.age === '' ? undefined : Number(form.age),
    children: form.children,
    needs: form.needs,
    exploitation: form.exploitation,
    cannotMeet: form.cannotMeet,
    near: form.near.name.trim() ? circle(form.near, choices) : undefined,
    avoid: form.avoid.map((one) => circle(one, choices)),
    languages: form.speaks && language ? [language] : [],
    open: form.open,
    unvetted: form.unvetted,
  });
}

/**
 * What is counted of her with an offer, once, and kept nowhere.
 *
 * @param {Form} form
 */
export const about = ({ gender, age, exploitation }) =>
  present({
    sex: gender === 'non-binary' ? 'other' : gender,
    age: age === '' ? undefined : AGES.find(([below]) => Number(age) < below)[1],
    form: exploitation.length === 1 ? exploitation[0] : undefined,
  });

const AGES = [
  [18, 'under-18'],
  [25, 'from-18-to-24'],
  [60, 'from-25-to-59'],
  [Infinity, 'from-60'],
];

/** Only what says something. */
const present = (all) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== '' && value !== false && value.length !== 0));

function circle({ name, km }, choices) {
  const wanted = name.trim();
  const town = choices.towns.find((one) => one.name.toLowerCase() === wanted.toLowerCase());
  if (town) return { latitude: town.latitude, longitude: town.longitude, km };
  const degrees = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(wanted);
  if (degrees) return { latitude: Number(degrees[1]), longitude: Number(degrees[2]), km };
  throw new Error(`“${wanted}” is no town of the directory. Choose one of the list, or write degrees such as 42.9,-78.8.`);
}
