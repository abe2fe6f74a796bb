package io.seedhouse.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The forbidden arrows between modules; each module guards its own inside. */
class WallsTest {

    private static final JavaClasses PLATFORM =
            new ClassFileImporter()
                    .importPaths(
                            classes("bundle-packager"),
                            classes("paygate/api"),
                            classes("paygate/war"),
                            classes("webseed-tracker/api"),
                            classes("webseed-tracker/war"),
                            classes("publisher-web"));

    private static final String PACKAGER = "io.seedhouse.packager..";
    private static final String PAYGATE = "io.seedhouse.paygate..";
    private static final String TRACKER = "io.seedhouse.tracker..";
    private static final String PUBLISHER = "io.seedhouse.publisher..";

    @Test
    void nobodyDependsOnPublisherWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PUBLISHER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PUBLISHER)
                .check(PLATFORM);
    }

    @Test
    void thePaygateDoesNotKnowTheTracker() {
        forbid(PAYGATE, TRACKER);
    }

    @Test
    void theTrackerDoesNotKnowThePaygate() {
        forbid(TRACKER, PAYGATE);
    }

    @Test
    void thePackagerKnowsNothingOfOurs() {
        forbid(PACKAGER, PAYGATE, TRACKER, PUBLISHER);
    }

    @Test
    void thePackagerIsPlainJava() {
        forbid(PACKAGER, "jakarta..");
    }

    @Test
    void thePaygatesContractHandsOutNoIdentity() {
        forbid("io.seedhouse.paygate.api..", PACKAGER);
    }

    @Test
    void publisherWebSeesOnlyTheContractOfThePaygate() {
        forbidAllBut("io.seedhouse.paygate.api", "io.seedhouse.paygate.");
    }

    @Test
    void publisherWebSeesOnlyTheContractOfTheTracker() {
        forbidAllBut("io.seedhouse.tracker.api", "io.seedhouse.tracker.");
    }

    private static void forbidAllBut(String contract, String module) {
        noClasses()
                .that()
                .resideInAPackage(PUBLISHER)
                .should()
                .dependOnClassesThat(
                        describe(
                                "live behind " + contract,
                                type ->
                                        type.getPackageName().startsWith(module)
                                                && !type.getPackageName().equals(contract)))
                .check(PLATFORM);
    }

    private static void forbid(String from, String... to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .check(PLATFORM);
    }

    private static Path classes(String module) {
        return Path.of("..", module, "target", "classes");
    }
}
