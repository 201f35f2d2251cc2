package org.havenline.channel.webchat.page;

import com.microsoft.playwright.*;
import com.microsoft.playwright.options.*;
import java.nio.file.Path;
import org.havenline.console.page.Chromium;

class Pictures {
  public static void main(String[] a) {
    try (var chromium = new Chromium()) {
      for (var name : a.length > 0 ? java.util.List.of(a) : java.util.List.of("en-light", "en-dark", "ar-XB-light", "en-small", "en-XA-small","en-zoom","en-forced")) {
        var chat = new PlayedServer();
        var o = new Browser.NewContextOptions().setDeviceScaleFactor(1);
        o.setViewportSize(name.contains("small") ? 320 : name.contains("zoom") ? 320 : 390, name.contains("small") ? 568 : name.contains("zoom") ? 256 : 780);
        if (name.contains("dark")) o.setColorScheme(ColorScheme.DARK);
        if (name.contains("forced")) o.setForcedColors(ForcedColors.ACTIVE);
        var c = chromium.browser.newContext(o);
        var p = c.newPage();
        p.onConsoleMessage(m -> System.out.println(name + " " + m.type() + " " + m.text()));
        p.onPageError(e -> System.out.println(name + " ERR " + e));
        var l = name.replaceAll("-[a-z]+$", "");
        p.navigate(chat.url() + "/?l=" + l);
        shot(p, name + "-1first");
        p.navigate(chat.url() + "/?y=1&l=" + l);
        shot(p, name + "-2young");
        p.locator("summary").click();
        shot(p, name + "-3tongues");
        p.navigate(chat.url() + "/?l=" + l);
        p.locator("#start button").click();
        shot(p, name + "-4empty");
        p.locator("#box").fill("Can someone help me? I do not know where I am.");
        p.locator("#say .key").click();
        chat.say("waiting", 3, false);
        p.waitForCondition(() -> p.locator("#state").textContent().contains("3"));
        shot(p, name + "-5waiting");
        chat.say("present", 0, true);
        chat.write("Hello. I am glad you wrote. Is it safe for you to write just now?");
        p.waitForSelector("#log .them");
        p.locator("#box").fill("Yes. He is out until five.");
        p.locator("#say .key").click();
        p.waitForCondition(() -> p.locator("#log .mine").count() == 2);
        p.waitForTimeout(700);
        shot(p, name + "-6present");
        p.locator("#more").click();
        p.locator("#call").click();
        shot(p, name + "-7call");
        p.locator("#more").click();
        chat.fate = call -> PlayedServer.Fate.LOST;
        p.locator("#box").fill("Are you there? مرحبا");
        p.keyboard().press("Shift");
        p.locator("#say .key").click();
        p.waitForTimeout(700);
        shot(p, name + "-8lost");
        chat.fate = call -> PlayedServer.Fate.ANSWERED;
        chat.say("over", 0, false);
        p.waitForCondition(() -> p.locator("#again").isVisible());
        shot(p, name + "-9over");
        c.close();
        chat.close();
      }
    }
  }
  static void shot(Page2 p, String n) {}
  static void shot(com.microsoft.playwright.Page p, String n) {
    p.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setPath(Path.of("/tmp/shots/" + n + ".png")));
    System.out.println(n + " " + p.evaluate("[document.documentElement.scrollWidth>innerWidth, document.documentElement.scrollHeight]"));
  }
  interface Page2 {}
}
