package io.seedhouse.packager;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.seedhouse.packager",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "io.seedhouse..";

    @ArchTest
    static final ArchRule nothingHereNeedsAServer =
            noClasses().should().dependOnClassesThat().resideInAPackage("jakarta..");

    @ArchTest
    static final ArchRule bencodeKnowsNothingElseOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("..bencode..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..metainfo..", "..encryption..", "..bundle..", "..cli..");

    @ArchTest
    static final ArchRule metainfoKnowsNothingOfEncryption =
            noClasses()
                    .that()
                    .resideInAPackage("..metainfo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..encryption..", "..bundle..", "..cli..");

    @ArchTest
    static final ArchRule encryptionKnowsNothingOfTorrents =
            noClasses()
                    .that()
                    .resideInAPackage("..encryption..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..bencode..", "..metainfo..", "..bundle..", "..cli..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsTheCommandLine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..packager.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..packager.cli..", "picocli..");

    @ArchTest
    static final ArchRule onlyEncryptionKnowsTheAgeLibrary =
            noClasses()
                    .that()
                    .resideInAPackage(OURS)
                    .and()
                    .resideOutsideOfPackage("..packager.encryption..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.exceptionfactory..");
}
