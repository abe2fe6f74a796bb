package io.seedhouse.publisher.audience;

import io.seedhouse.publisher.csv.CsvWriter;
import java.time.Instant;
import java.util.List;

/** Addresses as a table. */
final class AudienceTable {
    private AudienceTable() {}

    static CsvWriter write(List<Member> members) {
        CsvWriter table =
                new CsvWriter()
                        .row(
                                List.of(
                                        "email", "bundle", "title", "consent", "given",
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
