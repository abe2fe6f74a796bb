package io.seedhouse.publisher.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which token opens which call of the API. */
class ScopesTest {
    /** Every call of the API, as {@code Class.method}. */
    private static final List<JavaMethod> CALLS =
            new ClassFileImporter()
                            .withImportOption(new ImportOption.DoNotIncludeTests())
                            .importPackages("io.seedhouse.publisher")
                            .stream()
                            .filter(ScopesTest::isApi)
                            .flatMap(type -> type.getMethods().stream())
                            .filter(m -> m.isMetaAnnotatedWith(HttpMethod.class))
                            .toList();

    private static boolean isApi(JavaClass type) {
        return type.isAnnotatedWith(Path.class)
                && type.getAnnotationOfType(Path.class).value().startsWith("api/");
    }

    @Test
    void everyCallSaysWhichScopeItNeedsOrThatItIsForEverybody() {
        assertTrue(CALLS.size() > 40, "calls: " + CALLS.size());
        assertEquals(
                Set.of(), names(CALLS.stream().filter(c -> !has(c, Needs.class, PermitAll.class))));
    }

    /** A call that says who may use it by a scope has to ask for a sign-in as well. */
    @Test
    void everyCallThatNeedsAScopeNeedsASignIn() {
        assertEquals(
                Set.of("BundleResource.show"),
                names(
                        CALLS.stream()
                                .filter(c -> has(c, Needs.class) && !own(c, PermitAll.class))
                                .filter(c -> !has(c, RolesAllowed.class))));
    }

    @Test
    void everybodyMayDoOnlyWhatNeedsNoAccount() {
        assertEquals(
                Set.of(
                        "AccountResource.signUp",
                        "BounceResource.take",
                        "CatalogueResource.search",
                        "CheckoutResource.begin",
                        "CheckoutResource.quote",
                        "GiftResource.redeem",
                        "OrderResource.correct",
                        "OrderResource.giftLink",
                        "OrderResource.show",
                        "TokenResource.issue",
                        "UploadResource.options"),
                names(
                        CALLS.stream()
                                .filter(c ->
                                        own(c, PermitAll.class)
                                                || (!own(c, Needs.class)
                                                        && has(c, PermitAll.class)))));
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void aTokenOpensTheCallsOfItsScopesAndIsToldWhichLacks(Scope scope) throws Exception {
        AnnotatedElement publish = method("publish");
        Optional<Problem> refusal = refusal(publish, EnumSet.of(scope));
        assertEquals(scope != Scope.PUBLISH, refusal.isPresent());
        refusal.ifPresent(problem -> {
            assertEquals(403, problem.status());
            assertTrue(problem.detail().contains("publish"), problem.detail());
            assertTrue(
                    problem.headers().toString().contains("insufficient_scope"),
                    problem.toString());
        });
    }

    @Test
    void oneOfSeveralScopesIsEnough() throws Exception {
        AnnotatedElement look = method("look");
        assertEquals(Optional.empty(), refusal(look, EnumSet.of(Scope.UPLOAD)));
        assertEquals(403, refusal(look, EnumSet.of(Scope.SALES)).orElseThrow().status());
    }

    @Test
    void anyTokenOpensACallThatNamesNoScopeOrIsForEverybody() throws Exception {
        assertEquals(Optional.empty(), refusal(method("any"), EnumSet.of(Scope.SALES)));
        assertEquals(Optional.empty(), refusal(method("open"), EnumSet.of(Scope.SALES)));
    }

    @Test
    void noTokenOpensACallThatSaysNothing() throws Exception {
        assertEquals(403, refusal(method("silent"), Scope.ALL).orElseThrow().status());
    }

    static final class Calls {
        @Needs(Scope.PUBLISH)
        void publish() {}

        @Needs({Scope.READ, Scope.UPLOAD})
        void look() {}

        @Needs
        void any() {}

        @PermitAll
        void open() {}

        void silent() {}
    }

    private static Optional<Problem> refusal(AnnotatedElement method, Set<Scope> has) {
        return ScopeFilter.refusal(method, Calls.class, has);
    }

    private static AnnotatedElement method(String name) throws NoSuchMethodException {
        return Calls.class.getDeclaredMethod(name);
    }

    @SafeVarargs
    private static boolean has(JavaMethod call, Class<? extends Annotation>... any) {
        return Stream.of(any).anyMatch(a -> own(call, a) || call.getOwner().isAnnotatedWith(a));
    }

    private static boolean own(JavaMethod call, Class<? extends Annotation> annotation) {
        return call.isAnnotatedWith(annotation);
    }

    private static Set<String> names(Stream<JavaMethod> calls) {
        return calls.map(c -> c.getOwner().getSimpleName() + "." + c.getName())
                .collect(Collectors.toSet());
    }
}
