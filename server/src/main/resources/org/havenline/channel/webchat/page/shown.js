// What is shown. Order is the server's: each entry has its number; what has none yet is at the end.

function show() {
  var calls = [starting, saying, hearing, giving];
  var follow = atEnd();
  var trouble = navigator.onLine === false ? words.offline : '';
  var text = last;
  var i;
  if (open) {
    text = told.state === 'waiting' ? words.waiting + ' ' + place(told.before) : words[told.state] || '';
    if (returned && mark && !log.firstChild) {
      text = text || words.back;
    }
    for (i = 0; i < calls.length && !trouble; i++) {
      trouble = words[calls[i].trouble];
    }
    text = trouble || text;
  }
  say(note || text);
  id('typing').hidden = !(open && told.typing) || !!trouble;
  id('say').hidden = !open && !box.value;
  id('send').hidden = !open;
  id('extra').hidden = !open || id('more').getAttribute('aria-expanded') !== 'true';
  id('again').hidden = open;
  root.style.scrollPaddingBottom = id('foot').offsetHeight + 'px';
  if (follow && !id('chat').hidden) {
    toEnd();
  }
}

// Set only when it is new, for it is read aloud each time.
function say(text) {
  var state = id('state');
  if (state.textContent !== text) {
    state.textContent = text;
  }
}

// The forms of the plural come from the server; beyond 200 they repeat with the last two digits.
function place(count) {
  var forms = words.place;
  if (!(count >= 0)) {
    return '';
  }
  return forms.texts[forms.which.charCodeAt(count < 200 ? count : 100 + count % 100) - 48]
      .replace('#', String(count).replace(/\d/g, function (digit) {
        return forms.digits.charAt(+digit);
      }));
}

function atEnd() {
  return window.innerHeight + window.pageYOffset > root.scrollHeight - 120;
}
function toEnd() {
  window.scrollTo(0, root.scrollHeight);
}

// An entry, before the first that comes after it; none is ever moved, for that would be read
// aloud again.
function add(by, number, text) {
  var follow = atEnd() || by === 'mine';
  var one = id(by).cloneNode(true);
  var next = log.firstChild;
  one.removeAttribute('id');
  one.number = number;
  one.querySelector('p').textContent = text;
  while (next && next.number <= number) {
    next = next.nextSibling;
  }
  log.insertBefore(one, next);
  if (follow) {
    toEnd();
  }
  return one;
}

function state(one, text, late) {
  var sent = one.querySelector('.sent');
  sent.textContent = text;
  sent.className = late ? 'sent late' : 'sent';
  one.querySelector('button').hidden = text !== words.notSent;
}
