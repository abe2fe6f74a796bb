package io.seedhouse.publisher;

import static io.seedhouse.publisher.language.Say.say;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.NoSuchElementException;

/**
 * Reads a {@link Body} of at most 1 MiB; the listener itself knows no limit, because uploads have
 * none. An empty request is an empty object.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class BodyReader implements MessageBodyReader<Body> {
    private static final int LONGEST = 1 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
        return type == Body.class;
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type generic,
            Annotation[] on,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new Refused(413, say("publisher.body.long"));
        }
        return parse(bytes);
    }

    static Body parse(byte[] bytes) {
        if (bytes.length == 0) {
            return new Body(JsonValue.EMPTY_JSON_OBJECT);
        }
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(bytes))) {
            if (parser.next() == JsonParser.Event.START_OBJECT) {
                Body body = new Body(parser.getObject());
                if (!parser.hasNext()) {
                    return body;
                }
            }
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw new Refused(400, say("publisher.body.malformed"));
        }
        throw new Refused(400, say("publisher.body.no-object"));
    }
}
