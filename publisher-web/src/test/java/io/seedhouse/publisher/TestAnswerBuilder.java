package io.seedhouse.publisher;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers a {@link TestAnswer}. */
final class TestAnswerBuilder extends Response.ResponseBuilder {
    private int status;
    private @Nullable Object entity;
    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    private final List<NewCookie> cookies = new ArrayList<>();

    @Override
    public Response build() {
        return new TestAnswer(status, entity, headers, cookies);
    }

    @Override
    public TestAnswerBuilder clone() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder status(int code) {
        status = code;
        return this;
    }

    @Override
    public TestAnswerBuilder status(int code, String reason) {
        return status(code);
    }

    @Override
    public TestAnswerBuilder entity(Object body) {
        entity = body;
        return this;
    }

    @Override
    public TestAnswerBuilder entity(Object body, Annotation[] annotations) {
        return entity(body);
    }

    @Override
    public TestAnswerBuilder header(String name, Object value) {
        headers.add(name, value);
        return this;
    }

    @Override
    public TestAnswerBuilder replaceAll(MultivaluedMap<String, Object> others) {
        headers.clear();
        headers.putAll(others);
        return this;
    }

    @Override
    public TestAnswerBuilder type(MediaType type) {
        return type(type.toString());
    }

    @Override
    public TestAnswerBuilder type(String type) {
        headers.putSingle("Content-Type", type);
        return this;
    }

    @Override
    public TestAnswerBuilder cookie(NewCookie... more) {
        cookies.addAll(Arrays.asList(more));
        return this;
    }

    @Override
    public TestAnswerBuilder location(URI location) {
        return header("Location", location);
    }

    @Override
    public TestAnswerBuilder allow(String... methods) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder allow(Set<String> methods) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder cacheControl(CacheControl cacheControl) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder encoding(String encoding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder language(String language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder language(Locale language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder variant(Variant variant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder contentLocation(URI location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder expires(Date expires) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder lastModified(Date lastModified) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder tag(EntityTag tag) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder tag(String tag) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder variants(Variant... variants) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder variants(List<Variant> variants) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder links(Link... links) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder link(URI uri, String rel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestAnswerBuilder link(String uri, String rel) {
        throw new UnsupportedOperationException();
    }
}
