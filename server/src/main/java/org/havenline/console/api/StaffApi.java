package org.havenline.console.api;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.openapi.contract.Operation;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.havenline.console.rehearsal.Rehearsals;
import org.havenline.console.staff.Access;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.http.porch.BlockingRoutes;

/// Serves the contract: one route for each of its operations, closed by default.
///
/// Each request is asked in this order: who are you, may you, did our page send you, is it as the
/// contract has it. So nobody learns anything of the API before saying who they are.
public final class StaffApi {
  private final Contract contract;
  private final Access access;
  private final Map<String, StaffOperation> operations = new HashMap<>();
  private final Map<String, Function<Call, Response>> open = new HashMap<>();

  /// @param more adds operations of other rooms of the console
  public StaffApi(
      Vertx vertx,
      URI publicUrl,
      Access access,
      SessionOperations sessions,
      ContactOperations contacts,
      ConversationOperations conversations,
      QuarantineOperations quarantine,
      Rehearsals rehearsals,
      Consumer<Map<String, StaffOperation>> more) {
    this.contract = Contract.load(vertx, publicUrl);
    this.access = access;
    open.put("contract", _ -> Response.of(200, "application/json", contract.json()));
    sessions.addTo(open, operations);
    contacts.addTo(operations);
    conversations.addTo(operations);
    quarantine.addTo(operations);
    operations.put("route", (_, call) -> rehearsals.route(call.body()));
    operations.put("simulate", (_, call) -> rehearsals.simulate(call.body()));
    more.accept(operations);
    requireAll();
  }

  public void mount(Router router, BlockingRoutes routes) {
    for (var operation : contract.operations()) {
      var path = Contract.ROOT + operation.getOpenAPIPath().replace("{", ":").replace("}", "");
      router
          .route(operation.getHttpMethod(), path)
          .setName(operation.getOperationId())
          .handler(
              routes.bounded(request -> answer(operation, request), Contract.mostBytes(operation)));
    }
  }

  private Response answer(Operation operation, Request request) {
    var name = operation.getOperationId();
    if (Contract.isOpen(operation)) {
      return access.isForeign(request)
          ? foreign()
          : checked(operation, request, required(open, name));
    }
    var found = access.who(request, true);
    if (found.isEmpty()) {
      return Answer.notSignedIn();
    }
    var who = found.get();
    if (!Access.may(who, Contract.roles(operation))) {
      return Answer.forbidden("Your role does not do this.");
    }
    if (!request.method().equals("GET") && !access.isOurs(request)) {
      return foreign();
    }
    return checked(operation, request, call -> required(operations, name).answer(who, call));
  }

  private Response checked(Operation operation, Request request, Function<Call, Response> next) {
    return contract
        .fault(operation, request)
        .map(Problems::badRequest)
        .orElseGet(() -> next.apply(new Call(request)));
  }

  private static Response foreign() {
    return Answer.forbidden("Open the console at its own address (HAVENLINE_PUBLIC_URL).");
  }

  /// A contract with an operation nobody answers, or the reverse, is a fault of ours: no start.
  private void requireAll() {
    var missing = new TreeSet<String>();
    for (var operation : contract.operations()) {
      var name = operation.getOperationId();
      if (!(Contract.isOpen(operation) ? open : operations).containsKey(name)) {
        missing.add(name);
      }
    }
    int answered = open.size() + operations.size();
    if (!missing.isEmpty() || answered != contract.operations().size()) {
      throw new IllegalStateException("the contract and its operations differ: " + missing);
    }
  }

  private static <T> T required(Map<String, T> all, String name) {
    var found = all.get(name);
    if (found == null) {
      throw new IllegalStateException("no operation " + name);
    }
    return found;
  }
}
