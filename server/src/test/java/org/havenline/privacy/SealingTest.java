package org.havenline.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  @TempDir Path folder;

  @Test
  void keyFilesAreMadeOnceAndForTheirOwnerAlone() throws Exception {
    var sealed = Vault.open(keys()).seal("hers".getBytes(UTF_8), "here");

    assertThat(Vault.open(keys()).open(sealed, "here")).asString(UTF_8).isEqualTo("hers");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(vaultFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void keyFileThatOthersCanReadIsRefused() throws Exception {
    Vault.open(keys());
    Files.setPosixFilePermissions(vaultFile(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> Vault.open(keys())).hasMessageContaining("chmod 600");
  }

  @Test
  void sealedValueOpensOnlyInItsPlaceAndUnaltered() {
    var vault = Vault.open(keys());
    var sealed = vault.seal("hers".getBytes(UTF_8), "here");

    assertThatThrownBy(() -> vault.open(sealed, "there")).isInstanceOf(Unreadable.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> vault.open(sealed, "here")).isInstanceOf(Unreadable.class);
  }

  @Test
  void conversationKeyIsUselessInAnotherConversationOrForAnotherMessage() {
    var vault = Vault.open(keys());
    var key = ConversationKey.create(vault, "c1");
    var sealed = key.seal("text", "c1|m1");

    var again = ConversationKey.unwrap(vault, key.wrapped(), "c1");
    assertThat(again.open(sealed, "c1|m1")).isEqualTo("text");
    assertThatThrownBy(() -> again.open(sealed, "c1|m2")).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> ConversationKey.unwrap(vault, key.wrapped(), "c2"))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void pseudonymsAreTheSameForTheSameInputAndSayNothingWithoutTheKey(@TempDir Path other) {
    var mine = Pseudonyms.open(keys());
    var theirs = Pseudonyms.open(new KeyFolder(other, true));

    assertThat(mine.of("+12025550101")).isEqualTo(mine.of("+12025550101")).hasSize(26);
    assertThat(mine.of("+12025550101")).isNotEqualTo(mine.of("+12025550102"));
    assertThat(mine.of("+12025550101")).isNotEqualTo(theirs.of("+12025550101"));
  }

  private KeyFolder keys() {
    return new KeyFolder(folder.resolve("keys"), true);
  }

  private Path vaultFile() {
    return folder.resolve("keys/vault.json");
  }
}
