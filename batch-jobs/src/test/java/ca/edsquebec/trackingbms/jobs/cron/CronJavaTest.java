package ca.edsquebec.trackingbms.jobs.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CronJavaTest {

  @TempDir Path folder;

  @Test
  void saysNothingOfTheJavaThatCronFindsByItself() throws IOException {
    Path home = java("jdk-17/bin").getParent().getParent();
    Path bin = Files.createDirectory(folder.resolve("usr"));
    Path alternatives = Files.createSymbolicLink(folder.resolve("java"), home.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), alternatives);
    assertThat(CronJava.needed(List.of(bin), home)).isEmpty();
  }

  @Test
  void namesTheOneThatOnlyALoginsPathHas() throws IOException {
    Path home = java("jdk-17/bin").getParent().getParent();
    Path bin = Files.createDirectory(folder.resolve("usr"));
    assertThat(CronJava.needed(List.of(bin), home)).contains(home.toString());
    java("usr");
    assertThat(CronJava.needed(List.of(bin), home)).as("another one").contains(home.toString());
  }

  private Path java(String in) throws IOException {
    Path file = Files.createDirectories(folder.resolve(in)).resolve("java");
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
