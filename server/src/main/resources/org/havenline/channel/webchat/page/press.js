// What she can press, and what the phone tells.

function speak(text) {
  var spoken = new window.SpeechSynthesisUtterance(text);
  spoken.lang = root.lang;
  quiet();
  speech.speak(spoken);
}
function quiet() {
  if (speech) {
    speech.cancel();
  }
}

function send(event) {
  var text = box.value.trim();
  event.preventDefault();
  note = text.length > MOST ? words.tooLong : '';
  if (open && text && !note) {
    box.value = '';
    write(text);
  }
  show();
  box.focus();
}

function more(wanted) {
  id('more').setAttribute('aria-expanded', String(wanted));
  id('extra').hidden = !wanted;
  reach('');
}

function reach(how) {
  asked = how;
  id('reach').hidden = !how;
  id('call').setAttribute('aria-expanded', String(how === 'call'));
  id('text').setAttribute('aria-expanded', String(how === 'text'));
  if (how) {
    number.focus();
  }
}

function askFor(event) {
  var phone = number.value.trim();
  event.preventDefault();
  if (phone) {
    write(words[asked].replace('{phone}', function () {
      return phone;
    }).replace('{when}', function () {
      return when.value.trim();
    }).trim());
    number.value = when.value = '';
    more(false);
    box.focus();
  }
}

// A browser whose pages run elsewhere cannot be told anything: it gets the page without script.
if (/Opera Mini|UCWEB/.test(navigator.userAgent)) {
  page.early = false;
} else {
  on(id('start'), 'submit', begin);
}
on(id('again'), 'click', begin);
on(id('return'), 'submit', begin);
on(id('back'), 'click', function () {
  var form = id('return');
  form.hidden = !form.hidden;
  id('back').setAttribute('aria-expanded', String(!form.hidden));
  if (!form.hidden) {
    entered.focus();
  }
});
on(get, 'click', function () {
  give(given.hidden);
  show();
});
on(id('say'), 'submit', send);
on(id('reach'), 'submit', askFor);
on(id('stop'), 'click', stop);
on(id('more'), 'click', function () {
  more(id('extra').hidden);
});
['call', 'text'].forEach(function (how) {
  on(id(how), 'click', function () {
    reach(asked === how ? '' : how);
  });
});
// with a keyboard, Enter sends; on a touch screen it is a new line
on(box, 'keydown', function (event) {
  if (event.keyCode === 13 && !event.shiftKey && !event.isComposing && !('ontouchstart' in window)) {
    send(event);
  }
});
// in place of this page, so that the list of visited pages has one
[].forEach.call(document.querySelectorAll('.tongues a'), function (link) {
  on(link, 'click', function (event) {
    event.preventDefault();
    location.replace(link.href + (young ? '&y=1' : ''));
  });
});
on(id('other'), 'click', function (event) {
  event.preventDefault();
  location.replace('/?' + [chosen ? 'l=' + root.lang : '', young ? '' : 'y=1'].join('&'));
});
if (speech) {
  id('aloud').hidden = false;
  on(id('aloud'), 'click', function () {
    if (speech.speaking) {
      quiet();
    } else {
      speak(id('told').textContent);
    }
  });
}

function hurry() {
  starting.hurry();
  saying.hurry();
  hearing.hurry();
  giving.hurry();
  show();
}
page.ready = true;
if (page.early) {
  begin();
}
on(window, 'online', hurry);
on(window, 'offline', show);
on(window, 'pageshow', function (event) {
  if (event.persisted) { // not at first: what she began meanwhile would begin again
    hurry();
  }
});
on(document, 'visibilitychange', function () {
  if (!document.hidden) {
    hurry();
  }
});
