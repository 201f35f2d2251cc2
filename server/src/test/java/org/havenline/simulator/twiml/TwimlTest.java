package org.havenline.simulator.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TwimlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Say voice='Polly.Joanna' language='en-US' loop='2'>A <break time='1s'/> b</Say>",
        "<Play>https://help.example.org/a.mp3</Play><Play digits='ww12#'/>",
        "<Gather input='dtmf speech' timeout='5' numDigits='1' finishOnKey='' action='/a?b=c'"
            + " actionOnEmptyResult='true'><Say>x</Say><Pause length='2'/></Gather>",
        "<Enqueue waitUrl='/wait' action='/left'>a-queue</Enqueue>",
        "<Dial callerId='+12025550100' timeout='20' answerOnBridge='true' action='/over'>"
            + "<Number url='/whisper' statusCallback='/s' statusCallbackEvent='initiated answered'>"
            + "+12025550171</Number><Client><Identity>ana</Identity></Client></Dial>",
        "<Dial><Conference startConferenceOnEnter='false' beep='onEnter' waitUrl=''"
            + " statusCallbackEvent='start end join leave'>r</Conference></Dial>",
        "<Dial>+12025550171</Dial>",
        "<Record maxLength='120' playBeep='false' finishOnKey='#'/>",
        "<!-- a word --><Redirect method='GET'>/next</Redirect>",
        "<Reject reason='busy'/>",
        "<Leave/>",
        ""
      })
  void whatTwilioAllowsIsNotComplainedOf(String verbs) {
    assertThat(Twiml.read("<?xml version='1.0'?><Response>" + verbs + "</Response>").complaints())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Say/>",
        "<Say loop='-1'>a</Say>",
        "<Say><Play>a</Play></Say>",
        "<Say colour='red'>a</Say>",
        "words between verbs",
        "<say>a</say>",
        "<Gather numDigits='0'/>",
        "<Gather finishOnKey='12'/>",
        "<Gather actionOnEmptyResult='yes'/>",
        "<Gather><Hangup/></Gather>",
        "<Gather action='http://my_host/a'/>",
        "<Dial timeout='601'>+12025550171</Dial>",
        "<Dial><Number statusCallbackEvent='begun'>+12025550171</Number></Dial>",
        "<Dial><Say>a</Say></Dial>",
        "<Dial><Conference/></Dial>",
        "<Dial><Conference beep='loud'>r</Conference></Dial>",
        "<Enqueue waitUrlMethod='PUT'>q</Enqueue>",
        "<Redirect/>",
        "<Pause length='long'/>",
        "<Reject reason='no'/>",
        "<Number>+12025550171</Number>"
      })
  void whatTwilioDoesNotAllowIs(String verbs) {
    var read = Twiml.read("<Response>" + verbs + "</Response>");

    assertThat(read.complaints()).isNotEmpty().allMatch(one -> one.code() == 12_200);
    assertThat(read.broken()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no document",
        "<Response><Say>a</Response>",
        "<Response/><Response/>",
        "<Answer/>",
        "<Response><Say>&nbsp;</Say></Response>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><Response><Say>&b;</Say></Response>",
        "<Response><Say>a & b</Say></Response>"
      })
  void unreadableDocumentEndsTheCall(String document) {
    assertThat(Twiml.read(document).broken()).isTrue();
    assertThat(Twiml.read(document).complaints().getFirst().code()).isEqualTo(12_100);
  }

  @Test
  void speechIsReadWithWhatIsNestedInIt() {
    var say = Twiml.read("<Response><Say>One <emphasis>two</emphasis> &lt;3</Say></Response>");

    assertThat(say.verbs().getFirst().text()).isEqualTo("One two <3");
  }
}
