package io.seedhouse.paygate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.seedhouse.packager.keys.Identity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

@AnalyzeClasses(
        packages = "io.seedhouse.paygate",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String IDENTITIES = "paygate_identity";
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
    static final ArchRule nobodyButTheKeyFileTouchesSecretKeys =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.seedhouse.paygate.keyvault.Keyset")
                    .and()
                    .doNotHaveFullyQualifiedName("io.seedhouse.paygate.keyvault.Sealer")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("com.google.crypto.tink.InsecureSecretKeyAccess");

    @ArchTest
    static final ArchRule onlyOneEntityTouchesTheTableOfIdentities =
            classes()
                    .that()
                    .areAnnotatedWith(holdsIdentities())
                    .should()
                    .haveFullyQualifiedName("io.seedhouse.paygate.keyvault.SealedIdentity");

    private static DescribedPredicate<JavaAnnotation<?>> holdsIdentities() {
        return DescribedPredicate.describe(
                "@Table(name = \"paygate_identity\")",
                annotation ->
                        annotation.getRawType().isEquivalentTo(Table.class)
                                && annotation.get("name").filter(IDENTITIES::equals).isPresent());
    }

    /** Queries name tables and entities in strings, which only the bytes of a class tell. */
    @ArchTest
    static void noClassOutsideTheVaultNamesIt(JavaClasses classes) {
        var outside =
                classes.stream()
                        .filter(each -> !each.getPackageName().endsWith(".keyvault"))
                        .filter(ArchitectureTest::namesTheVault)
                        .map(JavaClass::getName)
                        .toList();
        assertEquals(List.of(), outside);
    }

    private static boolean namesTheVault(JavaClass found) {
        try (var in = found.getSource().orElseThrow().getUri().toURL().openStream()) {
            var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains(IDENTITIES) || text.contains("SealedIdentity");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
                                            DescribedPredicate.not(
                                                    resideInAPackage(
                                                            "io.seedhouse.paygate.api.."))));
}
