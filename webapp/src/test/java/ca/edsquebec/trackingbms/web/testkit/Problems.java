package ca.edsquebec.trackingbms.web.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.edsquebec.trackingbms.web.security.ForeignFormats;
import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** What every refusal looks like, whoever refuses. */
public final class Problems {

  /** Traces of what we are made of: nobody outside should read them. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "ca\\.edsquebec|\\b(java|jakarta|org|com)\\.[a-z]+\\.|Exception|\\bat [a-z.]+\\(|"
              + "SELECT |INSERT |tbms_[a-z0-9]{6}|Tomcat|/target/|\\.java\\b");

  private static final Map<Integer, String> FRENCH =
      Map.of(
          400, "Demande invalide|Contenu de la demande illisible",
          401, "Connexion requise",
          403, "Permission manquante",
          404, "Introuvable",
          405, "Méthode non permise",
          406, "Format de réponse non offert",
          413, "Demande trop volumineuse",
          415, "Type de contenu non pris en charge",
          429, "Trop de demandes");

  private Problems() {}

  /** The problem, once it is one of that status and gives nothing away. */
  public static JsonNode assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asText()).startsWith("urn:trackingbms:problem:");
    assertThat(problem.get("title").asText()).matches(FRENCH.get(status));
    assertThat(problem.get("traceId").asText()).isNotBlank();
    assertKeepsInsides(answer);
    return problem;
  }

  /**
   * A problem; at an address of a protocol of others, the same in that one's words. Either gives
   * nothing away.
   */
  public static void assertRefused(String address, Answer answer, int status) {
    if (ForeignFormats.at(address).isEmpty()) {
      assertProblem(answer, status);
    } else {
      assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      assertThat(answer.header("Content-Type")).startsWith("application/json");
      assertThat(answer.json().isObject()).as(answer.body()).isTrue();
      assertKeepsInsides(answer);
    }
  }

  /** Whatever it says, it gives nothing away. */
  public static void assertKeepsInsides(Answer answer) {
    assertThat(answer.body()).doesNotContainPattern(INSIDES);
  }
}
