// Work for a place, when many want one: letters and digits whose SHA-256, behind the puzzle and a
// point, begins with so many zeros. In small pieces, so that nothing else has to wait.

var ROOTS = []; // of the first primes: square roots
var CUBES = [];

function fraction(number) {
  return (number - Math.floor(number)) * 4294967296 | 0;
}
function roots() {
  var n = 1;
  var i;
  while (CUBES.length < 64) {
    n++;
    for (i = 2; n % i; i++) {
      // until one divides it
    }
    if (i === n) {
      ROOTS.push(fraction(Math.pow(n, 1 / 2)));
      CUBES.push(fraction(Math.pow(n, 1 / 3)));
    }
  }
}
function turn(x, by) {
  return x >>> by | x << 32 - by;
}

// The first 32 bits of the hash of at most 55 letters.
function hash(text) {
  var w = [];
  var a = ROOTS[0];
  var b = ROOTS[1];
  var c = ROOTS[2];
  var d = ROOTS[3];
  var e = ROOTS[4];
  var f = ROOTS[5];
  var g = ROOTS[6];
  var h = ROOTS[7];
  var i, x, y;
  for (i = 0; i < 16; i++) {
    w[i] = 0;
  }
  w[15] = text.length * 8;
  for (i = 0; i <= text.length; i++) {
    w[i >> 2] |= (i < text.length ? text.charCodeAt(i) : 128) << 24 - i % 4 * 8;
  }
  for (i = 0; i < 64; i++) {
    if (i > 15) {
      x = w[i - 15];
      y = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3)
          + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10) | 0;
    }
    x = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + CUBES[i] + w[i] | 0;
    y = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c);
    h = g;
    g = f;
    f = e;
    e = d + x | 0;
    d = c;
    c = b;
    b = a;
    a = x + y | 0;
  }
  return ROOTS[0] + a | 0;
}

function solve(puzzle, bits, done) {
  var n = Math.floor(Math.random() * 1e9);
  function some() {
    for (var i = 0; i < 200; i++) {
      var found = (n++).toString(36);
      if (hash(puzzle + '.' + found) >>> 32 - bits === 0) {
        done(found);
        return;
      }
    }
    setTimeout(some, 0);
  }
  if (!ROOTS.length) {
    roots();
  }
  some();
}
