package ca.edsquebec.trackingbms.maintenance.offsite;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A connection to the destination. Nothing of the user's own SSH settings counts. */
final class Sftp implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SshClient ssh;
  private final ClientSession session;
  private final SftpClient files;

  private Sftp(SshClient ssh, ClientSession session, SftpClient files) {
    this.ssh = ssh;
    this.session = session;
    this.files = files;
  }

  /**
   * @throws IOException when the server is away, is another one, or does not take our key
   */
  static Sftp connect(Destination to) throws IOException {
    Iterable<KeyPair> keys = keys(to.key());
    FingerprintCheck check = new FingerprintCheck(to.hostKey());
    SshClient ssh = SshClient.setUpDefaultClient();
    ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    ssh.setAgentFactory(null);
    ssh.setServerKeyVerifier(check);
    ssh.setUserAuthFactoriesNameList("publickey");
    CoreModuleProperties.HEARTBEAT_INTERVAL.set(ssh, PATIENCE);
    ssh.start();
    ClientSession session = null;
    try {
      session = ssh.connect(to.user(), to.host(), to.port()).verify(PATIENCE).getSession();
      keys.forEach(session::addPublicKeyIdentity);
      session.auth().verify(PATIENCE);
      return new Sftp(ssh, session, SftpClientFactory.instance().createSftpClient(session));
    } catch (IOException e) {
      close(session, ssh);
      throw new IOException("%s: %s".formatted(to, check.refusal().orElse(e.getMessage())), e);
    }
  }

  SftpClient files() {
    return files;
  }

  private static List<KeyPair> keys(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName(file.toString()), in, FilePasswordProvider.EMPTY);
      List<KeyPair> all = new ArrayList<>();
      (keys == null ? Collections.<KeyPair>emptyList() : keys).forEach(all::add);
      if (all.isEmpty()) {
        throw new IOException(file + " holds no private key");
      }
      return all;
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " can't be used as a private key: " + e.getMessage(), e);
    }
  }

  /** Takes the one server whose key is known. */
  private static final class FingerprintCheck implements ServerKeyVerifier {

    private final String wanted;
    private volatile String refused;

    FingerprintCheck(String wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
      String given = KeyUtils.getFingerPrint(key);
      boolean right = wanted.equals(given);
      refused = right ? null : given;
      return right;
    }

    Optional<String> refusal() {
      return Optional.ofNullable(refused)
          .map(
              given ->
                  "the server's key is %s and TBMS_BACKUP_SFTP_HOST_KEY is %s: ask whoever runs it"
                      .formatted(given, wanted));
    }
  }

  private static void close(ClientSession session, SshClient ssh) throws IOException {
    try (ssh;
        session) {
      ssh.stop();
    }
  }

  @Override
  public void close() throws IOException {
    try (ssh;
        session;
        files) {
      // In the order that try gives: files, session, then all else.
    }
  }
}
