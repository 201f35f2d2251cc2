const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€\f';

/**
 * How many texts a message becomes (3GPP TS 23.038): 160 characters of the basic alphabet or 70
 * UTF-16 units fit in one; in a longer message each part carries 153 or 67.
 *
 * @param {string} text
 * @returns {{parts: number, used: number, room: number, wide: boolean}} `wide`: not in the basic alphabet
 */
export function segments(text) {
  let used = 0;
  for (const character of text) {
    if (BASIC.includes(character)) used += 1;
    else if (EXTENDED.includes(character)) used += 2;
    else return count(text.length, 70, 67, true);
  }
  return count(used, 160, 153, false);
}

function count(used, single, part, wide) {
  const parts = used <= single ? 1 : Math.ceil(used / part);
  return { parts, used, room: parts === 1 ? single : parts * part, wide };
}
