package org.havenline.console.page;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// The console's modules that show nothing, tested where they run: each function of a test file is
/// a test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModulesIT {
  private Chromium chromium;
  private RecordedDesk desk;

  @BeforeAll
  void open() {
    chromium = new Chromium();
    desk = new RecordedDesk(chromium.browser, new Browser.NewContextOptions()).open();
  }

  @AfterAll
  void close() {
    desk.close();
    chromium.close();
  }

  @TestFactory
  Stream<DynamicTest> theModulesDoAsTheirTestsSay() {
    return Stream.of("store-test.js", "modules-test.js").flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(String file) {
    var names =
        (List<?>)
            desk.page.evaluate(
                "file => import('/desk/tests/' + file).then(m => Object.keys(m.tests))", file);
    return names.stream()
        .map(name ->
            dynamicTest(
                file + " " + name,
                () ->
                    desk.page.evaluate(
                        "([file, name]) => import('/desk/tests/' + file).then(m =>"
                            + " m.tests[name]())",
                        List.of(file, name))));
  }
}
