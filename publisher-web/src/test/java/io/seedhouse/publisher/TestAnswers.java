package io.seedhouse.publisher;

import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.Variant;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.concurrent.CompletionStage;

/**
 * As much of JAX-RS as a resource needs to answer outside a server: status, headers, cookies and
 * the entity as it is. The server's own is no library of ours.
 */
public final class TestAnswers extends RuntimeDelegate {
    @Override
    public Response.ResponseBuilder createResponseBuilder() {
        return new TestAnswerBuilder();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> HeaderDelegate<T> createHeaderDelegate(Class<T> type) {
        return (HeaderDelegate<T>) (type == MediaType.class ? new MediaTypes() : new Others());
    }

    private static final class MediaTypes implements HeaderDelegate<MediaType> {
        @Override
        public MediaType fromString(String text) {
            String[] parts = text.split("[/;]", 3);
            return new MediaType(parts[0], parts[1]);
        }

        @Override
        public String toString(MediaType type) {
            String charset = type.getParameters().get("charset");
            return type.getType()
                    + "/"
                    + type.getSubtype()
                    + (charset == null ? "" : ";charset=" + charset);
        }
    }

    /** JAX-RS asks for these before anybody needs them. */
    private static final class Others implements HeaderDelegate<Object> {
        @Override
        public Object fromString(String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString(Object value) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public UriBuilder createUriBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Variant.VariantListBuilder createVariantListBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T createEndpoint(Application application, Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Link.Builder createLinkBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeBootstrap.Configuration.Builder createConfigurationBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<SeBootstrap.Instance> bootstrap(
            Application application, SeBootstrap.Configuration configuration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<SeBootstrap.Instance> bootstrap(
            Class<? extends Application> type, SeBootstrap.Configuration configuration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EntityPart.Builder createEntityPartBuilder(String name) {
        throw new UnsupportedOperationException();
    }
}
