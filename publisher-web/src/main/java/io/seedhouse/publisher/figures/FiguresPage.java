package io.seedhouse.publisher.figures;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.account.ForPublishers;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.page.Moments;
import io.seedhouse.publisher.page.Page;
import io.seedhouse.publisher.visit.Countries;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** One bundle in numbers, for its publisher. */
@Path("studio/{id: [0-9a-f-]{36}}/figures")
@ForPublishers
public class FiguresPage {
    @Inject Owned owned;
    @Inject Countries countries;

    @GET
    public Page show(
            @PathParam("id") UUID id, @QueryParam("days") @DefaultValue(Period.USUAL) String days) {
        Bundle bundle = owned.bundle(id);
        Study study = owned.study(bundle, days);
        return new Page(
                "figures/bundle.jte",
                new FiguresView(
                        id.toString(),
                        bundle.title(),
                        "/studio/" + id + "/figures",
                        study.period().name(),
                        Heads.of(study.total()),
                        sections(study),
                        Moments.day(countries.day())));
    }

    static List<Section> sections(Study study) {
        Step step = Step.of(study.period());
        SortedMap<LocalDate, Total> steps = study.steps();
        return List.of(
                section("money", MoneyCharts.revenue(step, steps)),
                section(
                        "visits",
                        List.of(
                                AudienceCharts.visits(step, steps),
                                MoneyCharts.funnel(study.total().counts()))),
                section("downloads", AudienceCharts.downloads(step, steps)),
                section("swarm", SwarmCharts.all(study)),
                section("referrers", List.of(AudienceCharts.referrers(study.referrers()))),
                section("countries", List.of(AudienceCharts.countries(study.countries()))));
    }

    /** What a section is called, its words and its table all go by one name. */
    private static Section section(String name, List<Figure> figures) {
        return new Section(
                name,
                say("figures.section." + name),
                say("figures.section." + name + ".intro"),
                name,
                figures);
    }
}
