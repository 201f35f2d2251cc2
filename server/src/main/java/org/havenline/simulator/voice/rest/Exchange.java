package org.havenline.simulator.voice.rest;

import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Reply;

/// A request and what was answered, for tests to check against Twilio's description.
public record Exchange(Asked asked, Reply reply) {}
