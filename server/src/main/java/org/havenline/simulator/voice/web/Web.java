package org.havenline.simulator.voice.web;

/// The server as Twilio reaches it: a function, so that tests need no sockets.
@FunctionalInterface
public interface Web {
  WebReply answer(WebRequest request) throws InterruptedException;
}
