package io.seedhouse.packager;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.seedhouse.packager",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule nothingHereNeedsAServer =
            noClasses().should().dependOnClassesThat().resideInAPackage("jakarta..");

    @ArchTest
    static final ArchRule bencodeKnowsNothingElseOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.bencode..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.hashing..",
                            "..packager.metainfo..",
                            "..packager.encryption..",
                            "..packager.keys..",
                            "..packager.sealing..",
                            "..packager.unlocking..",
                            "..packager.verifying..",
                            "..packager.writing..",
                            "..packager.bundle..");

    @ArchTest
    static final ArchRule hashingKnowsNothingElseOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.hashing..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.bencode..",
                            "..packager.metainfo..",
                            "..packager.encryption..",
                            "..packager.keys..",
                            "..packager.sealing..",
                            "..packager.unlocking..",
                            "..packager.verifying..",
                            "..packager.writing..",
                            "..packager.bundle..");

    @ArchTest
    static final ArchRule coresKnowNothingElseOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.cores..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("..packager..")
                                    .and(resideOutsideOfPackage("..packager.cores..")));

    @ArchTest
    static final ArchRule encryptionKnowsNothingElseOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.encryption..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.bencode..",
                            "..packager.hashing..",
                            "..packager.metainfo..",
                            "..packager.sealing..",
                            "..packager.unlocking..",
                            "..packager.verifying..",
                            "..packager.writing..",
                            "..packager.bundle..");

    @ArchTest
    static final ArchRule metainfoKnowsOnlyBencodeAndHashes =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.metainfo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.encryption..",
                            "..packager.keys..",
                            "..packager.sealing..",
                            "..packager.unlocking..",
                            "..packager.verifying..",
                            "..packager.writing..",
                            "..packager.bundle..");

    @ArchTest
    static final ArchRule writingKnowsOnlyBencodeHashesAndMetainfo =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.writing..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.encryption..",
                            "..packager.keys..",
                            "..packager.sealing..",
                            "..packager.unlocking..",
                            "..packager.verifying..",
                            "..packager.bundle..");

    @ArchTest
    static final ArchRule sealingKnowsNothingOfTorrents =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.sealing..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.bencode..",
                            "..packager.metainfo..",
                            "..packager.unlocking..",
                            "..packager.verifying..",
                            "..packager.writing..",
                            "..packager.bundle..");

    @ArchTest
    static final ArchRule unlockingKnowsNothingOfTorrents =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.unlocking..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.bencode..",
                            "..packager.hashing..",
                            "..packager.metainfo..",
                            "..packager.sealing..",
                            "..packager.verifying..",
                            "..packager.bundle..");

    @ArchTest
    static final ArchRule verifyingNeedsNoKeys =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.verifying..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.encryption..",
                            "..packager.keys..",
                            "..packager.sealing..",
                            "..packager.unlocking..",
                            "..packager.writing..",
                            "..packager.bundle..");

    @ArchTest
    static final ArchRule onlyEncryptionKnowsTheCipher =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..packager.encryption..", "..packager.aead..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..packager.aead..");

    @ArchTest
    static final ArchRule keysKnowNothingElseOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.keys..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("..packager..")
                                    .and(resideOutsideOfPackage("..packager.keys..")));

    @ArchTest
    static final ArchRule onlyTheCommandLinePacks =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..packager.packing..", "..packager.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..packager.packing..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsTheCommandLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..packager.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..packager.cli..",
                            "picocli..",
                            "com.google.gson..",
                            "java.net.http..");

    @ArchTest
    static final ArchRule whatATerminalShowsKnowsNoCommand =
            noClasses()
                    .that()
                    .resideInAPackage("..packager.cli.terminal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..packager.cli", "..packager.cli.publishing..");
}
