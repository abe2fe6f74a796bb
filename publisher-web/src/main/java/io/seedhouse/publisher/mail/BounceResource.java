package io.seedhouse.publisher.mail;

import static io.seedhouse.publisher.language.Say.say;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.paygate.api.Notices;
import io.seedhouse.publisher.Bearer;
import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.Refused;
import io.seedhouse.publisher.door.Loopback;
import io.seedhouse.publisher.notice.AccountNotices;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where the operator's mail server leaves the letters that came back. */
@Path("api/v1/mail/bounces")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class BounceResource {
    private static final int LONGEST = 256 * 1024;

    @Inject Notices notices;
    @Inject AccountNotices accountNotices;
    @Inject MailSettings settings;

    @Context HttpServletRequest request;

    /**
     * @param noted whether it was of a letter of ours that will not arrive
     */
    public record Answer(boolean noted) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary =
                    "Takes a delivery status notification as it came by mail (message/rfc822), from"
                            + " this machine or with the bounce token")
    public Response take(
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Authorization") @Nullable String authorization,
            InputStream body)
            throws IOException {
        if (!mayTell(authorization)) {
            return Problem.unauthorized(say("mail.bounce.token")).response();
        }
        byte[] mail = body.readNBytes(LONGEST + 1);
        if (mail.length > LONGEST) {
            throw new Refused(413, say("mail.bounce.long"));
        }
        Optional<Bounce> bounce =
                DeliveryReport.read(whole(type, mail))
                        .flatMap(report -> Bounce.of(report, settings.host()));
        bounce.ifPresent(b -> {
            notices.bounced(b.notice(), b.reason());
            accountNotices.bounced(b.notice(), b.reason());
        });
        return Response.ok(new Answer(bounce.isPresent())).build();
    }

    private boolean mayTell(@Nullable String authorization) {
        return Bearer.of(authorization)
                .map(settings::isBounceToken)
                .orElseGet(() -> Loopback.isDirect(request));
    }

    /** A body that is sent as multipart/report lacks the one header that tells its parts apart. */
    private static byte[] whole(@Nullable String type, byte[] body) {
        if (type == null || !type.strip().regionMatches(true, 0, "multipart/report", 0, 16)) {
            return body;
        }
        byte[] header = ("Content-Type: " + type.strip() + "\r\n\r\n").getBytes(UTF_8);
        byte[] whole = new byte[header.length + body.length];
        System.arraycopy(header, 0, whole, 0, header.length);
        System.arraycopy(body, 0, whole, header.length, body.length);
        return whole;
    }
}
