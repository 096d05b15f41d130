package ca.edsquebec.trackingbms.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.identity.Permission;
import ca.edsquebec.trackingbms.identity.Role;
import ca.edsquebec.trackingbms.testkit.TestDatabase;
import ca.edsquebec.trackingbms.web.testkit.Endpoints;
import ca.edsquebec.trackingbms.web.testkit.Endpoints.Endpoint;
import ca.edsquebec.trackingbms.web.testkit.PermissionCases;
import ca.edsquebec.trackingbms.web.testkit.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/permissions.md says is what the annotations say. */
class PermissionsDocTest {

  private static final String HEAD =
      """
      # Who may do what

      Written by `PermissionsDocTest` from the annotations, and compared with them at each build: after
      a change, copy `webapp/target/permissions.md` here. `PermissionMatrixIT` asks every line of
      every column and compares.

      %s

      ## Roles

      A platform administrator is a member of no client. A client's own roles are made of the same
      permissions, except INGEST, which only keys have; each of them has VIEW_FLEET.

      """;

  private static final String ENDPOINTS =
      """

      ## Endpoints and pages

      `yes`: let in (what is asked for may still be missing). `401`: sign in first. `403`: known, but
      it takes more. `404`: as if it were not there: another client's, or out of scope. The user of
      another place asks for a battery that does not stand at his. Keys have no account.

      """;

  @Test
  void isWrittenFromTheAnnotations() throws IOException {
    String written = HEAD.formatted(PermissionCases.sentence()) + roles() + ENDPOINTS + endpoints();
    Path root = TestDatabase.projectRoot();
    Files.writeString(root.resolve("webapp/target/permissions.md"), written);
    assertThat(Files.readString(root.resolve("docs/permissions.md")))
        .as("docs/permissions.md; copy webapp/target/permissions.md over it")
        .isEqualTo(written);
  }

  private static String roles() {
    return line(Stream.concat(Stream.of("permission"), Role.BUILT_IN.stream().map(Role::id)))
        + rule(Role.BUILT_IN.size() + 1)
        + Arrays.stream(Permission.values())
            .map(
                permission ->
                    line(
                        Stream.concat(
                            Stream.of(permission.name()),
                            Role.BUILT_IN.stream()
                                .map(
                                    role ->
                                        role.permissions().contains(permission) ? "yes" : "–"))))
            .collect(Collectors.joining());
  }

  private static String endpoints() {
    List<Who> all = List.of(Who.values());
    return line(Stream.concat(Stream.of("endpoint", "demands"), all.stream().map(Who::title)))
        + rule(all.size() + 2)
        + Endpoints.withSockets().stream()
            .map(endpoint -> line(endpoint, all))
            .collect(Collectors.joining());
  }

  private static String line(Endpoint endpoint, List<Who> all) {
    return line(
        Stream.concat(
            Stream.of("`" + endpoint + "`", endpoint.demand()),
            all.stream().map(who -> who.expected(endpoint).toString())));
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String rule(int columns) {
    return "|" + "---|".repeat(columns) + "\n";
  }
}
