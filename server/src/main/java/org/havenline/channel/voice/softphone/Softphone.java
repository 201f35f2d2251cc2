package org.havenline.channel.voice.softphone;

import java.util.Optional;

/// What the console of a line has to be rung by.
///
/// @param tokens empty when this server has no key for them
/// @param simulated whether the phone simulator rings in place of the console
public record Softphone(Phones phones, Optional<CallTokens> tokens, boolean simulated) {}
