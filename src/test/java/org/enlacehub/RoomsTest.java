package org.enlacehub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Keeps the arrows of the house: docs/architecture.md shows them. */
@AnalyzeClasses(packages = "org.enlacehub", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  private static final String ROOT = "org.enlacehub";

  @ArchTest
  static void arrowsPointDown(JavaClasses house) {
    var rooms = Room.TOP_DOWN;
    for (int i = 1; i < rooms.size(); i++) {
      var above = rooms.subList(0, i).stream().map(room -> inside(room.name())).toArray(String[]::new);
      noClasses().that().resideInAPackage(inside(rooms.get(i).name())).should().dependOnClassesThat().resideInAnyPackage(above)
          .orShould().dependOnClassesThat().resideInAPackage(ROOT)
          .allowEmptyShould(true).because(rooms.get(i).name() + " lies below them").check(house);
    }
  }

  @ArchTest
  static final ArchRule noCircles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyClassLivesInARoom = classes().that().resideOutsideOfPackage(ROOT).should()
      .resideInAnyPackage(Room.TOP_DOWN.stream().map(room -> inside(room.name())).toArray(String[]::new));

  @ArchTest
  static final ArchRule twilioStaysInItsAdapter = noClasses()
      .that().resideOutsideOfPackages(inside("channel.twilio"), inside("sandbox"), inside("bench"))
      .should().dependOnClassesThat().resideInAPackage("com.twilio..");

  @ArchTest
  static final ArchRule mailStaysInItsAdapter = noClasses()
      .that().resideOutsideOfPackages(inside("channel.email"), inside("sandbox"), inside("bench"))
      .should().dependOnClassesThat().resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

  @ArchTest
  static final ArchRule quartzStaysInPlatformAndJobs = noClasses()
      .that().resideOutsideOfPackage(inside("platform")).and().haveSimpleNameNotEndingWith("Job")
      .should().dependOnClassesThat(DescribedPredicate.<JavaClass>describe("are Quartz's",
          c -> c.getPackageName().startsWith("org.quartz") && !c.getName().equals("org.quartz.Job")));

  @ArchTest
  static final ArchRule onlyTheClockTellsTheTime = noClasses().should().callMethodWhere(
      DescribedPredicate.describe("reads the system's time", call -> call.getTargetOwner().isEquivalentTo(Instant.class)
          && call.getName().equals("now") && call.getTarget().getRawParameterTypes().isEmpty()
          || call.getTargetOwner().isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis")));

  @ArchTest
  static final ArchRule controllersAndJobsHoldNoRepository = noClasses()
      .that().areAnnotatedWith("io.micronaut.http.annotation.Controller").or().haveSimpleNameEndingWith("Job")
      .should().dependOnClassesThat().haveSimpleNameEndingWith("Repository");

  @ArchTest
  static final ArchRule sqlStaysInRepositories = noClasses()
      .that().resideOutsideOfPackages(inside("platform"), inside("bench")).and().haveSimpleNameNotContaining("Repository")
      .should().dependOnClassesThat().resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre = noClasses().should()
      .haveNameMatching(".*(Util|Utils|Impl|Helper|Manager)(\\$.*)?");

  @ArchTest
  static final ArchRule noMutableStatics = fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC)
      .and().areDeclaredInClassesThat().resideOutsideOfPackage("..antlr..").should().beFinal();

  private static String inside(String room) {
    return ROOT + "." + room + "..";
  }
}
