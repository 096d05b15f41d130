package ca.edsquebec.trackingbms.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.testkit.Http;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page loads of our own scripts, as they stand in the WAR of this build. */
class PackedScriptsIT {

  private static final String PACKED = "target/trackingbms/static/app/";
  private static final int MAX_GZIP_BYTES = 20 * 1024;

  /** Those that pages name; what is handed on from tag to tag is named where it comes from. */
  static Set<String> scriptsOfPages() {
    return Sources.pages().stream()
        .flatMap(page -> page.actions.stream())
        .filter(tag -> Set.of("ui:page", "ui:bare").contains(tag.name()))
        .map(tag -> tag.attributes().get("script"))
        .filter(Objects::nonNull)
        .map(Markup.Piece::text)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("scriptsOfPages")
  void pageLoadsAtMostTwentyKilobytes(String name) {
    int bytes =
        Stream.of("theme", name)
            .map(script -> Sources.read(PACKED + script + ".js"))
            .mapToInt(source -> Http.gzip(source).length)
            .sum();
    assertThat(bytes).as("bytes of theme.js and %s.js after gzip", name).isLessThan(MAX_GZIP_BYTES);
  }

  @ParameterizedTest
  @MethodSource("scriptsOfPages")
  void scriptBringsAlongAllThatItImports(String name) {
    assertThat(Sources.read(PACKED + name + ".js")).doesNotContainPattern("\\bimport\\b");
  }
}
