package org.havenline.console.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.http.Request;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.routingconfig.staff.Role;

/// The contract of the staff API as it is kept in `openapi.json`: which operations there are, for
/// whom, and whether a request is as agreed.
final class Contract {
  static final String ROOT = "/api/v1";
  private static final String FILE = "/org/havenline/console/openapi.json";
  private static final String ROLES = "x-roles";
  private static final String MOST_KIB = "x-most-kib";
  private static final String ANYONE = "anyone";

  /// Validators of what is asked for most; each holds some hundred kilobytes.
  private static final int MOST_KEPT = 48;

  private final String json;
  private final OpenAPIContract contract;
  private final RequestValidator validator;

  private Contract(String json, OpenAPIContract contract, RequestValidator validator) {
    this.json = json;
    this.contract = contract;
    this.validator = validator;
  }

  /// To be called from an ordinary thread, which it blocks.
  static Contract load(Vertx vertx, URI publicUrl) {
    // not by Vert.x, which would unpack the whole jar to find it
    var whole = new JsonObject(Buffer.buffer(read()));
    var server = new JsonObject().put("url", publicUrl.resolve(ROOT).toString());
    whole.put("servers", new JsonArray().add(server));
    var contract = parsed(withoutProblems(whole.copy()));
    return new Contract(
        whole.encode(), contract, RequestValidator.create(vertx, keepingValidators(contract)));
  }

  /// The same contract, which keeps its validators. The library makes one for each value it looks
  /// at, with a copy of every schema in it: a fifth of a processor where twenty responders see to
  /// calls that come fifty a second.
  private static OpenAPIContract keepingValidators(OpenAPIContract contract) {
    var repository = contract.getSchemaRepository();
    // weak keys are told apart as objects: comparing schemas would take as long again
    Cache<JsonSchema, Validator> kept =
        Caffeine.newBuilder().weakKeys().maximumSize(MOST_KEPT).build();
    var keeping =
        like(
            SchemaRepository.class,
            (_, method, arguments) ->
                method.getName().equals("validator")
                        && arguments.length == 1
                        && arguments[0] instanceof JsonSchema schema
                    ? kept.get(schema, repository::validator)
                    : method.invoke(repository, arguments));
    return like(
        OpenAPIContract.class,
        (_, method, arguments) ->
            method.getName().equals("getSchemaRepository")
                ? keeping
                : method.invoke(contract, arguments));
  }

  private static <T> T like(Class<T> kind, InvocationHandler handler) {
    return kind.cast(
        Proxy.newProxyInstance(Contract.class.getClassLoader(), new Class<?>[] {kind}, handler));
  }

  private static byte[] read() {
    try (var in = Contract.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("Not on the class path: " + FILE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// On an event loop of its own: parsing takes long enough to hold up whoever else uses it.
  private static OpenAPIContract parsed(JsonObject json) {
    var parser = Vertx.vertx();
    try {
      return OpenAPIContract.from(parser, json).await();
    } finally {
      parser.close().await();
    }
  }

  /// The validator, which is asked about requests only, does not know `application/problem+json`.
  private static JsonObject withoutProblems(JsonObject contract) {
    for (var response : contract.getJsonObject("components").getJsonObject("responses")) {
      ((JsonObject) response.getValue()).remove("content");
    }
    return contract;
  }

  List<Operation> operations() {
    return contract.operations();
  }

  /// As it is served.
  String json() {
    return json;
  }

  /// Whether it needs no session.
  static boolean isOpen(Operation operation) {
    return names(operation).contains(ANYONE);
  }

  /// Who may; nobody when the contract says nothing.
  static Set<Role> roles(Operation operation) {
    return names(operation).stream()
        .filter(name -> !name.equals(ANYONE))
        .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// How large its body may be: the default, unless the contract says otherwise.
  static int mostBytes(Operation operation) {
    return operation.getExtensions().get(MOST_KIB) instanceof Number kib
        ? kib.intValue() * 1024
        : BlockingRoutes.BODY_BYTES;
  }

  /// What is wrong with a request, in words that do not repeat it; empty when nothing is.
  Optional<String> fault(Operation operation, Request request) {
    try {
      validator.validate(Asked.of(request), operation.getOperationId()).await();
      return Optional.empty();
    } catch (ValidatorException e) {
      return Optional.of(
          switch (e.type()) {
            case MISSING_REQUIRED_PARAMETER -> "Something required is missing.";
            case UNSUPPORTED_VALUE_FORMAT -> "The body must be JSON.";
            case ILLEGAL_VALUE, INVALID_VALUE -> "The body is not JSON as the contract has it.";
            default -> "Not as the contract has it.";
          });
    } catch (RuntimeException e) {
      // the parser's own message may quote what was written
      return Optional.of("Not as the contract has it.");
    }
  }

  private static Set<String> names(Operation operation) {
    var names = operation.getExtensions().get(ROLES);
    return names instanceof JsonArray array
        ? array.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
