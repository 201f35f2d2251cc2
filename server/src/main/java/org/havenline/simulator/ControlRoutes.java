package org.havenline.simulator;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import org.havenline.simulator.account.Account;
import org.havenline.simulator.rest.RequestLog;
import org.havenline.simulator.trouble.Troubles;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.BlockingRoutes;
import org.havenline.simulator.web.Reply;

/// What tests steer and look up: troubles, the log of REST requests, a fresh start.
final class ControlRoutes {
  private final Account account;
  private final Troubles troubles;
  private final RequestLog log;

  ControlRoutes(Account account, Troubles troubles, RequestLog log) {
    this.account = account;
    this.troubles = troubles;
    this.log = log;
  }

  void mount(Router router, BlockingRoutes blocking) {
    router.post("/troubles").handler(blocking.on(this::arm));
    router.get("/troubles").handler(blocking.on(this::armed));
    router.delete("/troubles").handler(blocking.on(this::disarm));
    router.get("/requests").handler(blocking.on(_ -> Reply.json(log.list())));
    router.post("/reset").handler(blocking.on(this::reset));
  }

  private Reply arm(Asked asked) {
    troubles.arm(asked.json());
    return new Reply.Empty(204);
  }

  private Reply armed(Asked asked) {
    return Reply.json(new JsonObject().put("troubles", troubles.list()));
  }

  private Reply disarm(Asked asked) {
    troubles.clear();
    return new Reply.Empty(204);
  }

  private Reply reset(Asked asked) {
    troubles.clear();
    log.clear();
    account.forgetAll();
    return new Reply.Empty(204);
  }
}
