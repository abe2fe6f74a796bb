package io.seedhouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A publisher in a real browser, on a phone and at a desk. */
@ExtendWith(ArquillianExtension.class)
class StudioInBrowserInteropIT {
    private static final int FILM = 24_000_000;
    private static final int BYTES_PER_SECOND = 3_000_000;
    private static final Pattern SAVED = Pattern.compile("Saved a moment ago");

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "phone"})
    void fromDiskToPremiereThroughBadWeather(String device) throws Exception {
        try (Window window = new Window(device)) {
            Page page = window.tab();
            begin(page, "The long interval");
            describe(page);
            window.look(page, "studio-draft");
            page = upload(window, page);
            price(page);
            window.look(page, "studio-priced");
            preview(window, page);
            seal(window, page);
            publish(window, page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"desktop"})
    void twoTabsSeeEachOthersWords(String device) {
        try (Window window = new Window(device)) {
            Page mine = window.tab();
            begin(mine, "Ebb");
            Page theirs = window.tab();
            theirs.navigate(mine.url());
            theirs.getByLabel("Synopsis").fill("Theirs.");
            assertThat(theirs.locator("#saved")).hasText(SAVED);
            mine.getByLabel("Synopsis").fill("Mine.");
            Locator conflict = mine.locator(".theirs");
            assertThat(conflict).containsText("Theirs.");
            assertThat(mine.getByLabel("Synopsis")).hasValue("Mine.");
            window.look(mine, "studio-conflict");
            conflict.getByRole(AriaRole.BUTTON).click();
            assertThat(mine.locator("#saved")).hasText(SAVED);
            theirs.reload();
            assertThat(theirs.getByLabel("Synopsis")).hasValue("Mine.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"desktop"})
    void wordsSurviveALostNetworkAndAClosedTab(String device) {
        try (Window window = new Window(device)) {
            Page page = window.tab();
            begin(page, "Flood");
            String address = page.url();
            window.context().setOffline(true);
            page.getByLabel("Synopsis").fill("Written in a tunnel.");
            assertThat(page.locator("#saved")).containsText("kept in this browser");
            page.close();
            window.context().setOffline(false);
            Page later = window.tab();
            later.navigate(address);
            assertThat(later.getByLabel("Synopsis")).hasValue("Written in a tunnel.");
            assertThat(later.locator("#saved")).hasText(SAVED);
        }
    }

    private static void begin(Page page, String title) {
        String email = UUID.randomUUID() + "@studio.example";
        page.navigate("/sign-up");
        page.locator("#name").fill("Lamp Pictures");
        page.locator("#email").fill(email);
        page.locator("#password").fill("Lantern-" + email);
        page.locator("form[action='/sign-up'] button").click();
        page.waitForURL("**/studio");
        page.getByLabel("Title of a new bundle").fill(title);
        page.locator(".begin button").click();
        page.waitForURL(Pattern.compile(".*/studio/[0-9a-f-]{36}"));
    }

    private static void describe(Page page) {
        page.getByLabel("Synopsis")
                .fill("A projectionist keeps the last cinema of a mountain town open.");
        page.getByLabel("Credits").fill("Direction: Ann Ree\nMusic: Ben Dow");
        page.getByLabel("Spoken languages").fill("English, Spanish");
        page.getByLabel("Kind").selectOption("film");
        assertThat(page.locator("#saved")).hasText(SAVED);
        page.reload();
        assertThat(page.getByLabel("Credits")).hasValue("Direction: Ann Ree\nMusic: Ben Dow");
        assertThat(page.getByLabel("Spoken languages")).hasValue("English, Spanish");
    }

    /** The network is cut twice and the tab closed once; nothing is sent twice. */
    private static Page upload(Window window, Page page) throws Exception {
        Path film =
                Films.make(PlatformUnderTest.scratch().resolve("The long interval.mp4"), FILM, 7);
        Path teaser = Films.make(PlatformUnderTest.scratch().resolve("teaser.mp4"), 100_000, 8);
        slow(window, page);
        page.locator("#pick").setInputFiles(new Path[] {film, teaser});
        for (int percent : List.of(15, 30)) {
            reach(page, percent);
            window.context().setOffline(true);
            page.waitForTimeout(1500);
            window.context().setOffline(false);
        }
        reach(page, 50);
        String address = page.url();
        page.close(new Page.CloseOptions().setRunBeforeUnload(false));

        Page again = window.tab();
        List<Long> offsets = new CopyOnWriteArrayList<>();
        again.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                offsets.add(Long.parseLong(request.headerValue("upload-offset")));
            }
        });
        again.navigate(address);
        assertThat(again.locator("#files")).containsText("has arrived");
        again.locator("#pick").setInputFiles(film);
        assertThat(again.locator("#files").getByText("24 MB", new Locator.GetByTextOptions()))
                .isVisible();
        assertThat(again.locator("#uploading li")).hasCount(0);
        assertTrue(offsets.stream().allMatch(offset -> offset > FILM / 4), "began at " + offsets);
        same(again);
        return again;
    }

    private static void reach(Page page, int percent) {
        page.waitForFunction(
                "percent => [...document.querySelectorAll('#uploading progress')]"
                        + ".some(bar => bar.value * 100 >= percent)",
                percent);
    }

    private static void slow(Window window, Page page) {
        CDPSession session = window.context().newCDPSession(page);
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", 5);
        network.addProperty("downloadThroughput", -1);
        network.addProperty("uploadThroughput", BYTES_PER_SECOND);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", network);
    }

    /** The server has held the whole film against what this browser read from the disk. */
    private static void same(Page page) {
        page.waitForFunction(
                "async () => { const ids = [...document.querySelectorAll('#files li')]"
                        + ".map(row => row.id.slice(5));"
                        + " const states = await Promise.all(ids.map(async id =>"
                        + " (await (await fetch('/api/v1/digests/' + id)).json()).state));"
                        + " return states.length > 0 && states.every(s => s === 'same'); }");
        page.reload();
    }

    private static void price(Page page) {
        tier(page, "The film", "6");
        tier(page, "The film and everything around it", "12");
        Locator grid = page.locator("#grid");
        assertEquals(2, grid.locator("thead input[name=tier]").count());
        grid.getByRole(AriaRole.CHECKBOX).first().uncheck();
        assertThat(grid).containsText("would open nothing");
        page.reload();
        assertTrue(page.locator("#grid input[type=checkbox]").first().isChecked());
    }

    private static void tier(Page page, String name, String price) {
        Locator form = page.locator("details.tier-form").last();
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        page.locator("#new-tier-name").fill(name);
        page.locator("#new-tier-price").fill(price);
        form.locator("form button").click();
        assertThat(page.locator("#grid")).containsText(name);
    }

    private static void preview(Window window, Page page) {
        page.getByText("See it as fans and buyers will").click();
        assertThat(page.locator("h1")).hasText("The long interval");
        assertThat(page.locator(".tier button").first()).isDisabled();
        window.look(page, "studio-preview-fan");
        page.getByText("A buyer of The film", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText("can open this");
        window.look(page, "studio-preview-buyer");
        page.getByText("Back to the bundle").click();
    }

    private static void seal(Window window, Page page) {
        page.getByText("Seal the bundle").click();
        assertThat(page.locator("#state h2"))
                .hasText(Pattern.compile("Being sealed|Ready to publish"));
        window.look(page, "studio-sealing");
        assertThat(page.locator("#state h2")).hasText("Ready to publish");
        window.look(page, "studio-sealed");
    }

    private static void publish(Window window, Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish it")).click();
        assertThat(page.locator("#state h2")).hasText("Published");
        window.look(page, "studio-published");
        page.getByText("See its page").click();
        assertThat(page.locator("h1")).hasText("The long interval");
        window.look(page, "bundle");
    }
}
