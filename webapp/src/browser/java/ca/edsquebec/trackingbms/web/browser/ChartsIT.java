package ca.edsquebec.trackingbms.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Portal;
import ca.edsquebec.trackingbms.web.testkit.PortalExtension;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What charts do with time: gaps, spikes, points that come late, days that change the clock. */
@ExtendWith({PortalExtension.class, BrowserExtension.class})
class ChartsIT {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  /** Noon in Toronto, a day without news. */
  private static final long NOON = Instant.parse("2026-06-10T16:00:00Z").toEpochMilli();

  /** A chart of its own on the page, and what a test does with it. */
  private static final String WITH_CHART =
      """
      async ({ noon, minutes }) => {
        const base = document.querySelector('script[type=module]').src.replace(/[^/]+$/, '');
        const { timeChart } = await import(base + 'charts.js');
        const host = document.querySelector('.time-chart').cloneNode(true);
        host.id = 'tested';
        host.querySelector('[data-rows]').id = 'tested-rows';
        host.querySelectorAll('.chart-tip').forEach((old) => old.remove());
        document.getElementById('content').append(host);
        const series = [
          { key: 'soc', label: 'SOC', unit: '%', format: 'soc1', min: 0, max: 100 },
          { key: 'power', label: 'Puissance', unit: 'kW', format: 'power', kind: 'flow', scale: 0.001 },
        ];
        const from = noon - minutes * 60_000;
        const chart = timeChart(host, { series, from, to: noon, period: 5000, zone: 'America/Toronto' });
        const canvas = host.querySelector('canvas[data-series="soc"]');
        const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const line = () => Chart.getChart(canvas).data.datasets[0].data;
        const all = (t, soc, gaps = []) => ({
          t, gaps, metrics: { soc: { value: soc }, power: { value: soc.map((x) => -10 * x) } },
        });
        SCRIPT
      }
      """;

  private final Portal portal;
  private final Tabs tabs;
  private Page page;

  ChartsIT(Portal portal, Tabs tabs) {
    this.portal = portal;
    this.tabs = tabs;
  }

  @BeforeEach
  void open() {
    Tab tab = tabs.open(Look.DESKTOP, portal.http().base());
    tab.signIn(portal.acme().user().email(), portal.acme().user().password());
    tab.go("/c/acme/batteries/" + portal.battery().id());
    page = tab.page();
  }

  private Object withChart(int minutes, String script) {
    return page.evaluate(
        WITH_CHART.replace("SCRIPT", script), Map.of("noon", (double) NOON, "minutes", minutes));
  }

  private List<Long> ticks(LocalDate day, int most) {
    Object found =
        page.evaluate(
            """
            async ({ from, to, most }) => {
              const base = document.querySelector('script[type=module]').src.replace(/[^/]+$/, '');
              const { localTicks } = await import(base + 'ticks.js');
              return localTicks(from, to, most, 'America/Toronto').map(String);
            }
            """,
            Map.of(
                "from", (double) start(day), "to", (double) start(day.plusDays(1)), "most", most));
    return ((List<?>) found).stream().map(text -> Long.valueOf((String) text)).toList();
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(TORONTO).toInstant().toEpochMilli();
  }

  /** All full hours of a local day, its end too, whose number divides so. */
  private static List<Long> hours(LocalDate day, int step) {
    ZonedDateTime first = day.atStartOfDay(TORONTO);
    return Stream.iterate(first, hour -> hour.plusHours(1))
        .takeWhile(hour -> !hour.isAfter(day.plusDays(1).atStartOfDay(TORONTO)))
        .filter(hour -> hour.getHour() % step == 0)
        .map(hour -> hour.toInstant().toEpochMilli())
        .toList();
  }

  @Test
  void marksEvenLocalHoursOfTheDayThatLacksOne() {
    LocalDate short23 = LocalDate.of(2026, 3, 8);
    assertThat(ticks(short23, 12)).isEqualTo(hours(short23, 2)).hasSize(12);
  }

  @Test
  void marksBothRunsOfTheHourThatAutumnRepeats() {
    LocalDate long25 = LocalDate.of(2026, 11, 1);
    assertThat(ticks(long25, 25)).isEqualTo(hours(long25, 1)).hasSize(26);
    assertThat(ticks(long25, 10)).isEqualTo(hours(long25, 3)).hasSize(9);
  }

  @Test
  void gapStaysAGapAndIsTold() {
    Object shown =
        withChart(
            10,
            """
            const t = [from, from + 5000, from + 300000, from + 305000, noon];
            chart.set(all(t, [50, 51, 60, 61, 62], [[t[1], t[2]], [t[3], t[4]]]));
            await drawn();
            return [line().map((p) => p.y).join(), host.querySelector('[data-gaps]').textContent];
            """);
    assertThat((List<?>) shown)
        .satisfies(
            both -> {
              assertThat(both.get(0)).isEqualTo("50,51,,60,61,,62");
              assertThat((String) both.get(1)).contains("de 11\u00a0h\u00a050 à 11\u00a0h\u00a055");
            });
  }

  @Test
  void pointBetweenTwoGapsIsSeen() {
    Object alpha =
        withChart(
            10,
            """
            const middle = from + 300000;
            chart.set(all([from, middle, noon], [50, 60, 50], [[from, middle], [middle, noon]]));
            await drawn();
            const { scales: { x, y }, ctx, currentDevicePixelRatio: r } = Chart.getChart(canvas);
            const at = [x.getPixelForValue(middle) * r, y.getPixelForValue(60) * r].map(Math.round);
            return [...ctx.getImageData(...at, 1, 1).data].join();
            """);
    assertThat(alpha).isEqualTo("27,79,168,255");
  }

  @Test
  void flowsAxisHoldsZero() {
    assertThat(
            withChart(
                1,
                """
                chart.set(all([from, noon], [900, 950]));
                await drawn();
                return Chart.getChart(host.querySelector('canvas[data-series="power"]')).scales.y.max;
                """))
        .isEqualTo(0);
  }

  @Test
  void spikeAmongThousandsOfPointsIsDrawn() {
    Object highest =
        withChart(
            1000,
            """
            const t = Array.from({ length: 60000 }, (_, i) => from + i * 1000);
            chart.set(all(t, t.map((_, i) => (i === 31234 ? 97 : 20 + (i % 7)))));
            await drawn();
            return [Math.max(...line().map((p) => p.y)), line().length < 20000];
            """);
    assertThat(highest).isEqualTo(List.of(97, true));
  }

  @Test
  void latePointIsPutInOrderAndARepeatedOneReplaced() {
    assertThat(
            withChart(
                1,
                """
                chart.set(all([from, from + 10000], [1, 3]));
                chart.append(from + 5000, { soc: 2, power: 0 });
                chart.append(from + 10000, { soc: 4, power: 0 });
                chart.window(from, from + 11000);
                await drawn();
                return line().map((p) => p.y).join();
                """))
        .isEqualTo("1,2,4");
  }

  @Test
  void latePointDividesTheGapItLiesIn() {
    assertThat(
            withChart(
                10,
                """
                chart.set(all([from, from + 300000], [1, 9], [[from, from + 300000]]));
                chart.append(from + 10000, { soc: 2, power: 0 });
                chart.window(from, from + 300000);
                await drawn();
                return line().map((p) => p.y).join();
                """))
        .isEqualTo("1,2,,9");
  }

  @Test
  void silenceBeforeANewPointBecomesAGap() {
    assertThat(
            withChart(
                10,
                """
                chart.set(all([from, from + 5000, from + 10000], [1, 2, 3]));
                chart.append(from + 100000, { soc: 4, power: 0 });
                chart.window(from, from + 100000);
                await drawn();
                return line().map((p) => p.y).join();
                """))
        .isEqualTo("1,2,3,,4");
  }

  @Test
  void forgetsWhatLeavesTheWindowButForWhereTheLineComesIn() {
    assertThat(
            withChart(
                1,
                """
                chart.set(all([0, 1, 2, 3].map((i) => from + i * 5000), [1, 2, 3, 4]));
                chart.window(from + 9000, from + 20000);
                await drawn();
                return line().map((p) => p.y).join();
                """))
        .isEqualTo("2,3,4");
  }

  @Test
  void keysMoveThePointAndReadItWithItsWord() {
    Object echo =
        withChart(
            1,
            """
            chart.set(all([from, from + 5000, from + 10000], [10, 20, 30]));
            await drawn();
            canvas.focus();
            const press = (key) => canvas.dispatchEvent(new KeyboardEvent('keydown', { key }));
            press('End');
            press('ArrowLeft');
            return host.querySelector('[data-echo]').textContent;
            """);
    assertThat((String) echo)
        .contains("2026-06-10", "SOC 20,0\u00a0%", "Décharge \u22120,20\u00a0kW");
  }

  @Test
  void isDescribedByWhatItShows() {
    assertThat(
            (String)
                withChart(
                    1,
                    """
                    chart.set(all([from, from + 5000, from + 10000], [10, 40, 30]));
                    await drawn();
                    return canvas.getAttribute('aria-label');
                    """))
        .contains("entre 10,0\u00a0% et 40,0\u00a0%", "dernière valeur 30,0\u00a0%");
  }

  @Test
  void takesOnTheColoursOfTheThemeThatIsChosen() {
    assertThat(
            withChart(
                1,
                """
                chart.set(all([from, noon], [10, 40]));
                await drawn();
                const colour = () => Chart.getChart(canvas).getDatasetMeta(0).dataset.options.borderColor;
                const before = colour();
                document.querySelector('[data-theme-toggle]').click();
                await drawn();
                return [before, colour()].join();
                """))
        .isEqualTo("#1b4fa8,#7db4ff");
  }
}
