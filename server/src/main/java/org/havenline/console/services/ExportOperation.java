package org.havenline.console.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.havenline.audit.Author;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.SignedIn;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.referral.exports.Export;
import org.havenline.referral.stored.Directory;

/// Gives the directory out as one HSDS file, without confidential places: these leave by the
/// command alone, whose file never crosses a network. One at a time, since it is made in memory.
public final class ExportOperation {
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final Export export;
  private final int mostBytes;
  private final Semaphore one = new Semaphore(1);

  public ExportOperation(Directory directory) {
    this(directory, MOST_BYTES);
  }

  /// @param mostBytes a longer one is refused
  ExportOperation(Directory directory, int mostBytes) {
    this.export = new Export(directory);
    this.mostBytes = mostBytes;
  }

  public void addTo(Map<String, StaffOperation> operations) {
    operations.put("exportServices", (who, _) -> exported(who));
  }

  private Response exported(SignedIn who) {
    if (!one.tryAcquire()) {
      return Problems.of(503, "Somebody else takes it out just now", "Try again in a moment.");
    }
    try {
      return new Response(
          200,
          Map.of(
              "content-type",
              "application/json",
              "content-disposition",
              "attachment; filename=\"directory.json\""),
          written(who));
    } catch (TooLarge e) {
      return Problems.of(
          413,
          "The directory is too large for the console",
          "Whoever runs the server can write it with havenline.jar export-services.");
    } finally {
      one.release();
    }
  }

  private byte[] written(SignedIn who) {
    var bytes = new ByteArrayOutputStream();
    try (var writer = new OutputStreamWriter(new Bounded(bytes, mostBytes), UTF_8)) {
      export.json(writer, false, false, Author.of(who.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Bounded extends FilterOutputStream {
    private int left;

    Bounded(OutputStream to, int most) {
      super(to);
      left = most;
    }

    @Override
    public void write(int one) throws IOException {
      spend(1);
      super.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      spend(length);
      out.write(bytes, offset, length);
    }

    private void spend(int length) {
      left -= length;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
