package io.seedhouse.tracker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;

@AnalyzeClasses(packages = "io.seedhouse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] OUTSIDE = {
        "java.nio.file..", "java.nio.channels..", "io.undertow..", "org.xnio..", "jakarta.."
    };

    @ArchTest
    static final ArchRule wireDoesNoInputOrOutput =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.wire..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(OUTSIDE);

    @ArchTest
    static final ArchRule wireKnowsNoOtherPackageOfThisWar =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.wire..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..tracker.swarm..",
                            "..tracker.torrent..",
                            "..tracker.http..",
                            "..tracker.webseed..");

    @ArchTest
    static final ArchRule swarmKnowsNoSocketsAndNoServer =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.swarm..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(OUTSIDE)
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.net\\..*Socket.*");

    /** A client proxy hands out itself even where a bean's method returns {@code this}. */
    @ArchTest
    static final ArchRule noProxyStandsBeforeWhatEveryRequestAsks =
            noClasses()
                    .that()
                    .haveSimpleName("AdmittedTorrents")
                    .or()
                    .haveSimpleName("Tally")
                    .should()
                    .beAnnotatedWith(ApplicationScoped.class);

    @ArchTest
    static final ArchRule swarmKnowsNothingOfTheTable =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.swarm..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..tracker.torrent..", "..tracker.http..", "..tracker.webseed..");

    @ArchTest
    static final ArchRule admittedTorrentsKnowNoHttp =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.torrent..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..tracker.http..", "..tracker.webseed..", "io.undertow..");

    @ArchTest
    static final ArchRule webSeedsDoNotKnowTheAnnounce =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.webseed..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..tracker.http..", "..tracker.swarm..");

    @ArchTest
    static final ArchRule courtesyKnowsNoSocketsNoServerAndNoSwarm =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.courtesy..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.undertow..",
                            "org.xnio..",
                            "java.nio.channels..",
                            "jakarta..",
                            "..tracker.swarm..",
                            "..tracker.torrent..",
                            "..tracker.http..",
                            "..tracker.webseed..");

    @ArchTest
    static final ArchRule theMetadataPeerIsNoDoorOfTheTracker =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.peer..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..tracker.http..",
                            "..tracker.udp..",
                            "..tracker.webseed..",
                            "io.undertow..");

    @ArchTest
    static final ArchRule theTrackerKnowsNeitherPaygateNorPagesNorStripe =
            noClasses()
                    .that()
                    .resideInAPackage("io.seedhouse.tracker..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.seedhouse.paygate..", "io.seedhouse.publisher..", "com.stripe..");

    @ArchTest
    static final ArchRule signallingKnowsNoOtherDoor =
            noClasses()
                    .that()
                    .resideInAPackage("..tracker.websocket..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..tracker.http..",
                            "..tracker.udp..",
                            "..tracker.webseed..",
                            "jakarta.servlet..",
                            "jakarta.websocket..");

    @ArchTest
    static final ArchRule nothingButTheRoutesKnowsTheSignalling =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..tracker.wire..",
                            "..tracker.swarm..",
                            "..tracker.torrent..",
                            "..tracker.udp..",
                            "..tracker.webseed..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..tracker.websocket..");
}
