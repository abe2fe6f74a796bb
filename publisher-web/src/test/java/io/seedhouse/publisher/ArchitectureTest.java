package io.seedhouse.publisher;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls inside this module, and those between it and its neighbours. */
@AnalyzeClasses(packages = "io.seedhouse.publisher", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule paymentsAreThePaygatesBusiness =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.stripe..");

    @ArchTest
    static final ArchRule neighboursAreKnownByTheirContractsOnly =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("io.seedhouse.paygate..", "io.seedhouse.tracker..")
                                    .and(
                                            resideOutsideOfPackages(
                                                    "io.seedhouse.paygate.api..",
                                                    "io.seedhouse.tracker.api..")));

    @ArchTest
    static final ArchRule onlyTheProducerLooksNeighboursUp =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Neighbours")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.naming..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("jakarta.ejb.EJB");

    @ArchTest
    static final ArchRule bundlesKnowNeitherUploadsNorSealingNorPages =
            noClasses()
                    .that()
                    .resideInAPackage("..publisher.bundle..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..publisher.upload..",
                            "..publisher.sealing..",
                            "..publisher.order..",
                            "..publisher.storefront..",
                            "..publisher.studio..",
                            "..publisher.library..");

    @ArchTest
    static final ArchRule featuresDoNotGoRoundInCircles =
            slices().matching("io.seedhouse.publisher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theBatchApiStaysWithSealing =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..publisher.sealing..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jakarta.batch..");

    @ArchTest
    static final ArchRule whatIsNotFoundIsRefusedWithASentenceThatIsShown =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("jakarta.ws.rs.NotFoundException");
}
