package org.havenline.simulator;

/// One number of a hotline, as shown to the phones.
///
/// @param number E.164
/// @param whatsapp whether the number is a WhatsApp sender too
public record Line(String label, String number, boolean whatsapp) {}
