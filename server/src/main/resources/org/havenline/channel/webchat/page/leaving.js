// Leaving. It stands first and alone, so that it works while the rest is still on its way and
// whatever becomes of it. Old browsers read this: no word of the language younger than 2009.

var root = document.documentElement;
var said = document.getElementById('shift');
var cover = document.getElementById('cover');
var top = document.getElementById('top');
var exit = root.getAttribute('data-exit');
// all that the two scripts share; the token is nowhere else
var page = window.page = {token: '', wipe: function () {}, tell: tell};

function hide() {
  var body = document.body;
  root.className = 'gone';
  while (body.firstChild) {
    body.removeChild(body.firstChild);
  }
  cover.textContent = cover.getAttribute('data-text');
  body.appendChild(cover);
}

// Never waited for: she goes whether we answer or not.
function tell(path) {
  var words = JSON.stringify({token: page.token});
  var call;
  if (!page.token) {
    return;
  }
  page.token = '';
  if (navigator.sendBeacon && navigator.sendBeacon(path, words)) {
    return;
  }
  call = new XMLHttpRequest();
  call.open('POST', path, true);
  call.setRequestHeader('Content-Type', 'application/json');
  call.send(words);
}

function vanish() {
  try {
    hide();
  } finally {
    try {
      page.wipe();
    } finally {
      tell('/chat/leave');
    }
  }
}

// In place of this page: Back does not find it. In a frame of a partner's page that page is led
// away; where the frame may not do that, nothing stays in it.
function away() {
  var framed = window.top !== window;
  try {
    if (framed) {
      window.top.location.replace(exit);
    }
  } catch (e) {
    // the partner's frame keeps her here
  }
  location.replace(framed ? 'about:blank' : exit);
}

function leave(event) {
  if (event) {
    event.preventDefault();
  }
  try {
    vanish();
  } finally {
    away();
  }
}

var links = document.querySelectorAll('a[href="/leave"]');
for (var i = 0; i < links.length; i++) {
  links[i].addEventListener('click', leave);
}

// Start, pressed before the rest is here, waits for it; if that never comes, the page without
// script takes over.
document.addEventListener('submit', function (event) {
  var form = event.target;
  if (form.id === 'start' && !page.ready) {
    event.preventDefault();
    page.early = true;
    setTimeout(function () {
      if (!page.ready) {
        form.submit();
      }
    }, 10000);
  }
});

// Shift, three times, left or right, with nothing else in between; as a part of a capital letter
// it does not count. A press counts when it is let go, held together with the other one or not.
var presses = 0;
var timer = 0;
var alone = false;
function isShift(event) {
  return event.key === 'Shift' || event.keyCode === 16;
}
function forget(words) {
  clearTimeout(timer);
  presses = 0;
  said.textContent = words;
}
document.addEventListener('keydown', function (event) {
  if (isShift(event)) {
    alone = !(event.ctrlKey || event.altKey || event.metaKey);
  } else {
    alone = false;
    forget('');
  }
}, true);
document.addEventListener('keyup', function (event) {
  if (!isShift(event) || !alone) {
    return;
  }
  clearTimeout(timer);
  presses++;
  if (presses === 3) {
    leave();
    return;
  }
  said.textContent = said.getAttribute(presses === 1 ? 'data-two' : 'data-one');
  timer = setTimeout(function () {
    forget(said.getAttribute('data-over'));
    timer = setTimeout(forget, 5000, '');
  }, 5000);
}, true);

// However she goes: what the browser keeps of the page for its Back button holds nothing.
window.addEventListener('pagehide', vanish);
window.addEventListener('pageshow', function (event) {
  if (event.persisted) {
    location.reload();
  }
});

// A keyboard on the screen pushes the page up; Leave stays where the eye is.
var view = window.visualViewport;
function follow() {
  top.style.transform = view.offsetTop > 0 ? 'translateY(' + view.offsetTop + 'px)' : '';
}
if (view) {
  view.addEventListener('resize', follow);
  view.addEventListener('scroll', follow);
}
