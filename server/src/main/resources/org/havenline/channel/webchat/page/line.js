// One kind of request to the server, made until it goes well.

// Asks again and again: at once after it went well; else after a time that doubles, up to half a
// minute, and is never quite the same, so that not all phones come back together.
// ask: what to send, or nothing; took: what to do with the answer to what was sent, and whether it was one
function line(path, patience, ask, took) {
  var failed = 0;
  var timer = 0;
  var call = null;
  var self = {trouble: '', go: go, drop: drop, hurry: hurry};

  function go() {
    var body = ask();
    if (call || !body) {
      return;
    }
    clearTimeout(timer);
    var mine = call = new XMLHttpRequest();
    mine.open('POST', path, true);
    mine.timeout = patience;
    // JSON, called text: in a frame of a partner's page the browser would ask twice for what is not
    mine.setRequestHeader('Content-Type', 'text/plain');
    mine.onloadend = function () {
      if (call === mine) {
        call = null;
        ended(mine, body);
      }
    };
    mine.send(JSON.stringify(body));
  }

  function ended(mine, body) {
    var answer = null;
    try {
      answer = JSON.parse(mine.responseText);
    } catch (e) {
      // no answer of ours: cut off, or a page of some network on the way
    }
    if (answer && took(mine.status, answer, body)) {
      failed = 0;
      self.trouble = '';
      go();
    } else {
      again(mine.status === 429 || mine.status === 503, +mine.getResponseHeader('retry-after'));
    }
    show();
  }

  function again(busy, seconds) {
    var wait = Math.min(30000, 1000 * Math.pow(2, failed++)) * (0.5 + Math.random() / 2);
    self.trouble = busy ? 'busy' : 'offline';
    timer = setTimeout(go, Math.max(wait, (seconds || 0) * 1000));
    late();
  }

  // The network may be another one now; what hangs on the old one may hang for minutes.
  function hurry() {
    drop();
    go();
  }

  function drop() {
    var old = call;
    call = null;
    clearTimeout(timer);
    self.trouble = '';
    if (old) {
      old.abort();
    }
  }

  return self;
}
