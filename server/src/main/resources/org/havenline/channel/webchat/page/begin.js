// The chat: what both sides of it hold. These files are one script, one inside of one function; all
// are for browsers of 2016.

var MOST = 4000;
var page = window.page;
var root = document.documentElement;
var words = JSON.parse(id('words').textContent);
var log = id('log');
var box = id('box');
var number = id('number');
var when = id('when');
var given = id('given');
var lines = id('lines');
var get = id('get');
var entered = id('entered');
var young = !!root.getAttribute('data-young');
var chosen = /[?&]l=/.test(location.search); // the language, by herself
var speech = window.speechSynthesis && window.SpeechSynthesisUtterance && window.speechSynthesis;

var open = false; // she has started, and it is not over
var after = 0; // all entries up to this one are here
var mark = ''; // of what the server last said of the rest
var told = {state: 'new'};
var coming = null; // what she wrote to come back, until the server has it
var returned = false; // she has said that she was here
var wanted = false; // she has asked for words to come back
var waiting = []; // her messages that the server has not acknowledged, in order
var last = ''; // said last when a chat ended
var worked = ''; // what she has to show for a place, when many want one
var working = false;
var note = ''; // what was wrong with her last message
var asked = ''; // how she asked to be reached, while that form is open

function id(name) {
  return document.getElementById(name);
}
function on(element, event, work) {
  element.addEventListener(event, work);
}
