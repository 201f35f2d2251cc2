package org.havenline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.tables.House.JONAS;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Version.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a node starts with on a real store.
class OpeningIT extends HouseTest {
  private static final TableFiles SHORTER = House.files("offer-timeout: 45s", "offer-timeout: 20s");
  private static final TableFiles BROKEN = House.files("queue: minors", "queue: minor");

  @Test
  void restartWithTheSameFilesLeavesAloneWhatWasPublished() {
    var node = house.node(Origin.FOLDER, TableFiles.shipped());
    node.publish(node.draft(SHORTER, JONAS, "x").number(), 1, JONAS, "x");

    house.node(Origin.FOLDER, TableFiles.shipped());
    assertThat(house.inForce()).isEqualTo(2);

    house.node(Origin.FOLDER, House.files("offer-timeout: 45s", "offer-timeout: 40s"));
    assertThat(house.inForce()).as("other files come in").isEqualTo(3);
    house.node(Origin.FOLDER, House.files("offer-timeout: 45s", "offer-timeout: 40s"));
    assertThat(house.inForce()).isEqualTo(3);
  }

  @Test
  void newReleaseOfTheServerReplacesOnlyItsOwnTables() {
    house.node();
    house.node(Origin.SHIPPED, House.files("offer-timeout: 45s", "offer-timeout: 40s"));
    assertThat(house.inForce()).isEqualTo(2);
    var node = house.node(Origin.SHIPPED, House.files("offer-timeout: 45s", "offer-timeout: 40s"));
    node.publish(node.draft(SHORTER, JONAS, "x").number(), 2, JONAS, "x");

    house.node(Origin.SHIPPED, House.files("offer-timeout: 45s", "offer-timeout: 35s"));
    assertThat(house.inForce()).isEqualTo(3);
  }

  @Test
  void brokenFilesAtAStartLeaveTheLastGoodVersionInForceAndAreSaid() {
    house.node(Origin.FOLDER, TableFiles.shipped());

    var node = house.node(Origin.FOLDER, BROKEN);

    assertThat(node.watch().get().ruling().version()).isEqualTo(1);
    assertThat(node.watch().findings())
        .singleElement()
        .asString()
        .contains("there is no queue 'minor'");
  }

  @Test
  void brokenFilesAtTheFirstStartAreRefused() {
    assertThat(house.open(Origin.FOLDER, BROKEN))
        .isInstanceOfSatisfying(
            Opening.Outcome.Refused.class, refused -> assertThat(refused.findings()).hasSize(1));
  }

  @Test
  void twoNodesThatStartAtOnceTakeTheFilesInOnce() throws Exception {
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var node : both.invokeAll(List.<Callable<Object>>of(house::node, house::node))) {
        node.get();
      }
    }

    assertThat(house.archive.audit()).hasSize(1);
  }

  @Test
  void nodeThatCannotOpenAVersionKeepsTheOneItHasAndSaysSo(@TempDir Path otherKeys) {
    var one = house.node();
    var two = house.node();
    var stranger = new House(redis, otherKeys);
    var watch = new TablesWatch(stranger.archive, House.CHECK, two.watch().get(), List.of());
    one.publish(one.draft(SHORTER, JONAS, "x").number(), 1, JONAS, "x");

    assertThat(watch.look().ruling().version()).isEqualTo(1);
    assertThat(watch.findings())
        .singleElement()
        .asString()
        .contains("what is in force cannot be opened by this node");
  }
}
