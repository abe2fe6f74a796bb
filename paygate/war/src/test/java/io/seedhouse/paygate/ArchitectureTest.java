package io.seedhouse.paygate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.seedhouse.packager.keys.Identity;

@AnalyzeClasses(
        packages = "io.seedhouse.paygate",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SANDBOX = "io.seedhouse.paygate.sandbox..";

    @ArchTest
    static final ArchRule onlyTheBorderAndItsStandInKnowStripesTypes =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.seedhouse.paygate.stripe..", SANDBOX)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.stripe..");

    @ArchTest
    static final ArchRule onlyTheVaultUsesTheVaultsCryptography =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.seedhouse.paygate.keyvault..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.google.crypto.tink..");

    @ArchTest
    static final ArchRule onlyTheVaultSeesAnIdentity =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.seedhouse.paygate.keyvault..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.seedhouse.packager.encryption..", "io.seedhouse.packager.keys..");

    @ArchTest
    static final ArchRule nobodyButThePackageItselfCanAskTheVaultForAnIdentity =
            methods()
                    .that()
                    .areDeclaredInClassesThat(resideInAPackage("io.seedhouse.paygate.keyvault.."))
                    .and()
                    .arePublic()
                    .should()
                    .notHaveRawReturnType(Identity.class);

    @ArchTest
    static final ArchRule onlyThePaymentsChoiceKnowsTheSandbox =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SANDBOX)
                    .and()
                    .doNotHaveFullyQualifiedName(PaymentsChoice.class.getName())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(SANDBOX);

    @ArchTest
    static final ArchRule theFeaturesFormNoCircle =
            slices().matching("io.seedhouse.paygate.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thePartsOfTheSandboxFormNoCircle =
            slices().matching("io.seedhouse.paygate.sandbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theContractKnowsNothingOfUs =
            noClasses()
                    .that()
                    .resideInAPackage("io.seedhouse.paygate.api..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.seedhouse..")
                                    .and(
                                            com.tngtech.archunit.base.DescribedPredicate.not(
                                                    resideInAPackage(
                                                            "io.seedhouse.paygate.api.."))));
}
