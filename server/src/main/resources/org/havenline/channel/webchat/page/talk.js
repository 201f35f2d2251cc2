// What she writes, what she hears, how it begins and ends.

function write(text) {
  var one = {key: key(), text: text, node: add('mine', Infinity, text)};
  one.node.key = one.key;
  on(one.node.querySelector('button'), 'click', function () {
    saying.hurry();
    box.focus();
  });
  state(one.node, words.sending);
  waiting.push(one);
  saying.go();
}

// The same message has the same key however often it is sent: the server takes it once.
function key() {
  var random = '';
  while (random.length < 20) {
    random += Math.random().toString(36).slice(2);
  }
  return new Date().getTime().toString(36) + '-' + random.slice(0, 20);
}

// The server has it; which number it has there is heard later.
function arrived(one) {
  waiting.splice(waiting.indexOf(one), 1);
  state(one.node, words.received);
}

function named(key) {
  for (var i = 0; i < waiting.length; i++) {
    if (waiting[i].key === key) {
      return waiting[i];
    }
  }
  return null;
}

function shown(entry) {
  for (var one = log.lastChild; one; one = one.previousSibling) {
    if (one.number === entry.n || entry.by === 'me' && one.key === entry.key) {
      return one;
    }
  }
  return null;
}

function late() {
  if (saying.trouble || starting.trouble) {
    waiting.forEach(function (one) {
      state(one.node, words.notSent, true);
    });
  }
}

var starting = line('/chat/start', 20000, function () {
  return open && !page.token && {language: root.lang, chosen: chosen, young: young, work: worked,
    words: coming ? coming.text : '', key: coming ? coming.key : ''};
}, function (status, answer) {
  worked = '';
  if (answer.work && !working) {
    working = true;
    solve(answer.work, answer.bits, function (found) {
      working = false;
      worked = found;
      starting.hurry();
    });
  }
  if (status !== 201 || !answer.token) {
    return false;
  }
  page.token = answer.token;
  coming = null;
  saying.go();
  hearing.go();
  return true;
});

var saying = line('/chat/say', 20000, function () {
  return open && page.token && waiting[0]
      && {token: page.token, key: waiting[0].key, text: waiting[0].text};
}, function (status, answer, sent) {
  var one = named(sent.key);
  if (status === 200) {
    if (one) {
      arrived(one);
    }
  } else if (status === 404 && answer.over) {
    over();
  } else if ((status === 413 || status === 400) && one) {
    note = status === 413 ? words.tooLong : words.fault;
    giveBack([one]);
  } else {
    return false;
  }
  return true;
});

// The server holds this one for up to 25 seconds.
var hearing = line('/chat/hear', 40000, function () {
  return open && page.token && {token: page.token, after: after, mark: mark};
}, function (status, answer) {
  if (status === 404 && answer.over) {
    over();
    return true;
  }
  if (status !== 200 || !answer.entries || !(answer.after >= 0)) {
    return false;
  }
  answer.entries.forEach(take);
  after = Math.max(after, answer.after);
  mark = answer.mark;
  told = answer;
  if (told.state === 'over') {
    over();
  }
  return true;
});

// Each time others, and only the last open anything: so they are asked for once.
var giving = line('/chat/words', 20000, function () {
  return open && page.token && wanted && {token: page.token};
}, function (status, answer) {
  if (status === 404 && answer.over) {
    over();
    return true;
  }
  if (status !== 200 || !answer.words) {
    return false;
  }
  wanted = false;
  lines.textContent = answer.words.join('\n');
  given.focus();
  return true;
});

function give(shown) {
  given.hidden = !shown;
  get.setAttribute('aria-expanded', String(shown));
  wanted = shown && !lines.textContent;
  giving.go();
}

function take(entry) {
  var mine = entry.by === 'me' && named(entry.key);
  var one = shown(entry);
  if (mine) {
    arrived(mine);
  }
  if (one) {
    one.number = entry.n;
  } else {
    heard(entry);
  }
}

function heard(entry) {
  var one = add(entry.by === 'me' ? 'mine' : 'them', entry.n, entry.text);
  if (entry.by === 'me') {
    state(one, words.received);
  } else if (speech) {
    var button = one.querySelector('button');
    on(button, 'click', function () {
      speak(entry.text);
    });
    // later, so that who hears the page hears the message without its button
    setTimeout(function () {
      button.hidden = false;
    }, 500);
  }
}

function begin(event) {
  if (event) {
    event.preventDefault();
  }
  quiet();
  returned = !!event && event.target.id === 'return';
  coming = returned ? {text: entered.value, key: key()} : null;
  log.textContent = entered.value = lines.textContent = '';
  give(false);
  after = 0;
  mark = '';
  told = {state: 'new'};
  open = true;
  id('first').hidden = true;
  id('chat').hidden = false;
  starting.go();
  show();
  toEnd();
  box.focus();
}

function over() {
  giveBack(waiting.slice());
  end(words.over);
}

// What did not arrive goes back into the box: no word of hers is lost.
function giveBack(ones) {
  var back = ones.map(function (one) {
    waiting.splice(waiting.indexOf(one), 1);
    log.removeChild(one.node);
    return one.text;
  });
  box.value = back.concat(box.value || []).join('\n');
}

function end(text) {
  silence();
  page.token = '';
  last = text;
  more(false);
  show();
}

function silence() {
  open = false;
  told = {};
  note = '';
  quiet();
  coming = null;
  starting.drop();
  saying.drop();
  hearing.drop();
  giving.drop();
}

function stop() {
  silence();
  empty();
  page.tell('/chat/stop');
  end(words.stopped);
  id('again').focus();
}

function empty() {
  waiting = [];
  log.textContent = '';
  box.value = number.value = when.value = entered.value = lines.textContent = '';
  give(false);
}

page.wipe = function () {
  silence();
  empty();
};
