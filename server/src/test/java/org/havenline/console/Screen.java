package org.havenline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// What every test of the desk's page does.
final class Screen {
  private Screen() {}

  static void signIn(Page page, DeskRig rig, String username) {
    page.navigate(rig.url + "/desk");
    page.getByLabel("Name").fill(username);
    page.getByLabel("Password").fill(rig.password(username));
    button(page, "Sign in").click();
    assertThat(page.locator(".link")).hasText("Connected");
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
