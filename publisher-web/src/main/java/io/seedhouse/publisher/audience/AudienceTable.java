package io.seedhouse.publisher.audience;

import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.csv.CsvAnswer;
import io.seedhouse.publisher.csv.CsvWriter;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** The mailing list as a table. */
@Path("studio/audience.csv")
@ForPublishers
public class AudienceTable {
    @Inject Membership membership;

    @GET
    public Response table(@QueryParam("bundle") @DefaultValue("") String bundle) {
        CsvWriter table = write(membership.of(membership.chosen(bundle)));
        return CsvAnswer.of("audience.csv", "csv", table);
    }

    private static CsvWriter write(List<Member> members) {
        CsvWriter table =
                new CsvWriter()
                        .row(
                                List.of(
                                        "email",
                                        "bundle",
                                        "title",
                                        "consent",
                                        "given",
                                        "unsubscribed"));
        members.forEach(m -> table.row(row(m)));
        return table;
    }

    private static List<String> row(Member member) {
        Instant left = member.contact().unsubscribed();
        return List.of(
                member.contact().email(),
                member.bundle().slug(),
                member.bundle().title(),
                member.contact().consent(),
                member.contact().given().toString(),
                left == null ? "" : left.toString());
    }
}
