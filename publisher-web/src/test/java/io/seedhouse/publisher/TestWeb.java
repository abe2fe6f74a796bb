package io.seedhouse.publisher;

import io.seedhouse.publisher.door.BoundedForms;
import io.seedhouse.publisher.door.SameOrigin;
import io.seedhouse.publisher.language.LanguageFilter;
import io.seedhouse.publisher.page.PageHeaders;
import io.seedhouse.publisher.page.PageWriter;
import io.seedhouse.publisher.page.ProblemPage;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.persistence.EntityManager;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/**
 * Resources behind the doors every request passes, over real HTTP; each request is a transaction.
 */
public final class TestWeb implements AutoCloseable {
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final Undertow server;

    /**
     * @param resources makes them over an entity manager that stands for the request's own
     */
    public TestWeb(TestDatabase database, Function<EntityManager, List<Object>> resources) {
        DeploymentInfo module =
                Servlets.deployment()
                        .setClassLoader(getClass().getClassLoader())
                        .setContextPath("/")
                        .setDeploymentName("publisher-web")
                        .addServletContextAttribute(
                                ResteasyDeployment.class.getName(),
                                deployment(resources.apply(proxy())))
                        .addServlet(
                                Servlets.servlet("rest", HttpServlet30Dispatcher.class)
                                        .addMapping("/*"))
                        .addFilter(Servlets.filter("language", LanguageFilter.class))
                        .addFilter(Servlets.filter("forms", BoundedForms.class))
                        .addFilter(Servlets.filter("origin", SameOrigin.class))
                        .addFilter(
                                Servlets.filter(
                                        "transaction",
                                        Filter.class,
                                        new ImmediateInstanceFactory<>(inOne(database))))
                        .addFilterUrlMapping("language", "/*", DispatcherType.REQUEST)
                        .addFilterUrlMapping("forms", "/*", DispatcherType.REQUEST)
                        .addFilterUrlMapping("origin", "/*", DispatcherType.REQUEST)
                        .addFilterUrlMapping("transaction", "/*", DispatcherType.REQUEST);
        var deployment = Servlets.defaultContainer().addDeployment(module);
        deployment.deploy();
        try {
            server =
                    Undertow.builder()
                            .addHttpListener(0, "127.0.0.1")
                            .setHandler(deployment.start())
                            .build();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        server.start();
    }

    /** Stands in for the server's JSON Binding, with our own settings of it. */
    @Provider
    @Produces(MediaType.APPLICATION_JSON)
    public static final class JsonAnswers implements MessageBodyWriter<Record> {
        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
            return type.isRecord() && media.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        }

        @Override
        public void writeTo(
                Record answer,
                Class<?> type,
                Type generic,
                Annotation[] on,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out) {
            new Json().getContext(type).toJson(answer, out);
        }
    }

    private static ResteasyDeployment deployment(List<Object> resources) {
        Set<Object> all =
                Stream.concat(
                                resources.stream(),
                                Stream.of(
                                        new PageWriter(),
                                        new PageHeaders(),
                                        new ProblemPage(),
                                        new Errors(),
                                        new JsonAnswers()))
                        .collect(Collectors.toSet());
        ResteasyDeployment deployment = new ResteasyDeploymentImpl();
        deployment.setApplication(
                new Application() {
                    @Override
                    public Set<Object> getSingletons() {
                        return all;
                    }
                });
        return deployment;
    }

    private Filter inOne(TestDatabase database) {
        return (ServletRequest request, ServletResponse response, FilterChain chain) ->
                database.inTransaction(em -> {
                    current.set(em);
                    try {
                        chain.doFilter(request, response);
                        return em;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (ServletException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        current.remove();
                    }
                });
    }

    private EntityManager proxy() {
        return (EntityManager)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {EntityManager.class},
                        (self, method, arguments) -> {
                            try {
                                return method.invoke(current.get(), arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /** {@code http://127.0.0.1:PORT} and the path. */
    public String at(String path) {
        var address = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
        return "http://127.0.0.1:" + address.getPort() + path;
    }

    @Override
    public void close() {
        server.stop();
    }
}
