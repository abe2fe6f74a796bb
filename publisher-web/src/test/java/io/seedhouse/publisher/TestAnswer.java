package io.seedhouse.publisher;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a resource answered: status, headers, cookies by their path, and the entity as it is. */
final class TestAnswer extends Response {
    private final int status;
    private final @Nullable Object entity;
    private final MultivaluedMap<String, Object> headers;
    private final List<NewCookie> cookies;

    TestAnswer(
            int status,
            @Nullable Object entity,
            MultivaluedMap<String, Object> headers,
            List<NewCookie> cookies) {
        this.status = status;
        this.entity = entity;
        this.headers = headers;
        this.cookies = cookies;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public StatusType getStatusInfo() {
        return Objects.requireNonNull(Status.fromStatusCode(status));
    }

    @Override
    public @Nullable Object getEntity() {
        return entity;
    }

    @Override
    public boolean hasEntity() {
        return entity != null;
    }

    @Override
    public MultivaluedMap<String, Object> getMetadata() {
        return headers;
    }

    @Override
    public MultivaluedMap<String, String> getStringHeaders() {
        MultivaluedMap<String, String> texts = new MultivaluedHashMap<>();
        headers.forEach((name, values) -> values.forEach(v -> texts.add(name, v.toString())));
        return texts;
    }

    @Override
    public @Nullable String getHeaderString(String name) {
        return headers.containsKey(name)
                ? String.join(",", Objects.requireNonNull(getStringHeaders().get(name)))
                : null;
    }

    @Override
    public Map<String, NewCookie> getCookies() {
        Map<String, NewCookie> byPath = new LinkedHashMap<>();
        cookies.forEach(c -> byPath.put(c.getPath(), c));
        return byPath;
    }

    @Override
    public <T> T readEntity(Class<T> type) {
        return type.cast(Objects.requireNonNull(entity));
    }

    @Override
    public <T> T readEntity(GenericType<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T readEntity(Class<T> type, Annotation[] annotations) {
        return readEntity(type);
    }

    @Override
    public <T> T readEntity(GenericType<T> type, Annotation[] annotations) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean bufferEntity() {
        return true;
    }

    @Override
    public void close() {}

    @Override
    public MediaType getMediaType() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Locale getLanguage() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public Set<String> getAllowedMethods() {
        return Set.of();
    }

    @Override
    public @Nullable EntityTag getEntityTag() {
        return null;
    }

    @Override
    public @Nullable Date getDate() {
        return null;
    }

    @Override
    public @Nullable Date getLastModified() {
        return null;
    }

    @Override
    public @Nullable URI getLocation() {
        String location = getHeaderString("Location");
        return location == null ? null : URI.create(location);
    }

    @Override
    public Set<Link> getLinks() {
        return Set.of();
    }

    @Override
    public boolean hasLink(String relation) {
        return false;
    }

    @Override
    public @Nullable Link getLink(String relation) {
        return null;
    }

    @Override
    public Link.@Nullable Builder getLinkBuilder(String relation) {
        return null;
    }
}
