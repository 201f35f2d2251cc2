package org.havenline.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.directory.ServiceId;

@AnalyzeClasses(packages = "org.havenline", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String HOUSE = "org.havenline";

  /// A room is a folder of the house; each door is a room of its own, above what it opens to.
  private static final class Rooms implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass one) {
      if (!one.getPackageName().startsWith(HOUSE + ".")) {
        return SliceIdentifier.ignore();
      }
      var path = one.getPackageName().substring(HOUSE.length() + 1).split("\\.", -1);
      boolean door = path[0].equals("channel") && path.length > 1;
      return SliceIdentifier.of(door ? path[0] + "." + path[1] : path[0]);
    }

    @Override
    public String getDescription() {
      return "rooms";
    }
  }

  @ArchTest
  static final ArchRule vertxStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              HOUSE,
              HOUSE + ".http..",
              HOUSE + ".channel.webchat..",
              HOUSE + ".console..",
              HOUSE + ".hsds..",
              HOUSE + ".simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx..");

  @ArchTest
  static final ArchRule twiliosSdkStaysInItsDoor =
      noClasses()
          .that()
          .resideOutsideOfPackage(HOUSE + ".channel.twilio..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.twilio..");

  /// Where documents for callers are written, the verb is not known: what records is the studio's,
  /// and the one document behind which a message is left.
  @ArchTest
  static final ArchRule onlyTheStudioRecords =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              HOUSE + ".channel.twilio.studio", HOUSE + ".channel.twilio.mailbox")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("com.twilio.twiml.voice.Record");

  @ArchTest
  static final ArchRule mailStaysInItsDoor =
      noClasses()
          .that()
          .resideOutsideOfPackage(HOUSE + ".channel.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.mail..");

  /// What may be told of a person is made by the gate alone; it makes it for who holds her consent.
  @ArchTest
  static final ArchRule onlyTheGateMakesADisclosure =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(HOUSE + ".referral.consent.Gate")
          .should()
          .callConstructor(Disclosure.class, ServiceId.class, java.util.Map.class, Instant.class);

  @ArchTest
  static final ArchRule jedisStaysInTheStore =
      noClasses()
          .that()
          .resideOutsideOfPackage(HOUSE + ".redis..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("redis.clients..", "redis.embedded..");

  @ArchTest
  static final ArchRule luceneStaysWithRiskReferralAndWords =
      noClasses()
          .that()
          .resideOutsideOfPackages(HOUSE + ".risk..", HOUSE + ".referral..", HOUSE + ".words..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsPointDown =
      noClasses()
          .that()
          .resideInAnyPackage(
              HOUSE + ".intake..",
              HOUSE + ".queue..",
              HOUSE + ".offer..",
              HOUSE + ".responder..",
              HOUSE + ".conversation..",
              HOUSE + ".language..",
              HOUSE + ".risk..",
              HOUSE + ".routing..",
              HOUSE + ".contact..",
              HOUSE + ".privacy..",
              HOUSE + ".lane..",
              HOUSE + ".tables..",
              HOUSE + ".audit..",
              HOUSE + ".referral..",
              HOUSE + ".places..",
              HOUSE + ".words..",
              HOUSE + ".redis..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              HOUSE + ".http..",
              HOUSE + ".console..",
              HOUSE + ".hsds..",
              HOUSE + ".channel.twilio..",
              HOUSE + ".channel.webchat..",
              HOUSE + ".channel.mail..",
              HOUSE + ".channel.link..",
              HOUSE + ".simulator..");

  @ArchTest
  static final ArchRule theSimulatorKnowsNoOtherRoom =
      noClasses()
          .that()
          .resideInAPackage(HOUSE + ".simulator..")
          .should()
          .dependOnClassesThat(
              describe(
                  "live in another room",
                  target ->
                      target.getPackageName().startsWith(HOUSE)
                          && !target.getPackageName().startsWith(HOUSE + ".simulator")));

  @ArchTest
  static final ArchRule decidingDoesNoInputOrOutput =
      noClasses()
          .that()
          .resideInAPackage(HOUSE + ".routing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.net..", "java.nio..", HOUSE + ".redis..", "io.vertx..");

  @ArchTest
  static final ArchRule timeIsGivenNeverTaken =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(HOUSE + ".Main")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(InstantSource.class, "system");

  @ArchTest
  static final ArchRule chanceIsGivenNeverTaken =
      noClasses()
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(
              ".*(Manager|Helper|Util|Utils|Impl|Processor|Data|Info|Common|Base|Service)");

  @ArchTest
  static final ArchRule nothingStaticChanges = fields().that().areStatic().should().beFinal();
}
