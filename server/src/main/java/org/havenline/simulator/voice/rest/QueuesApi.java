package org.havenline.simulator.voice.rest;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.havenline.simulator.rest.RestError;
import org.havenline.simulator.voice.room.Member;
import org.havenline.simulator.voice.room.Queue;
import org.havenline.simulator.voice.room.Queues;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Reply;

/// Queues and who waits in them: make, list, read, remove; send one caller elsewhere.
final class QueuesApi {
  private static final int MOST = 5_000;

  private final Queues queues;
  private final Outward outward;
  private final Resources resources;

  QueuesApi(Queues queues, Outward outward, Resources resources) {
    this.queues = queues;
    this.outward = outward;
    this.resources = resources;
  }

  Reply create(Asked asked) {
    var name = asked.form().first("FriendlyName").orElse("");
    int most = asked.form().first("MaxSize").map(Integer::parseInt).orElse(1_000);
    if (name.isEmpty() || name.length() > 64) {
      return Errors.invalid("FriendlyName").reply();
    }
    if (most < 1 || most > MOST) {
      return Errors.invalid("MaxSize").reply();
    }
    return queues
        .make(name, most)
        .<Reply>map(made -> new Reply.Json(201, resources.of(made)))
        .orElseGet(Errors.NAME_TAKEN::reply);
  }

  Reply list(Asked asked) {
    return Pages.of("queues", queues.all().stream().map(resources::of).toList(), asked);
  }

  Reply read(Asked asked) {
    return with(asked, queue -> Reply.json(resources.of(queue)));
  }

  Reply remove(Asked asked) {
    return with(
        asked,
        queue -> {
          if (!queue.members().isEmpty()) {
            return Errors.QUEUE_NOT_EMPTY.reply();
          }
          queues.remove(queue);
          return new Reply.Empty(204);
        });
  }

  Reply members(Asked asked) {
    return with(
        asked,
        queue ->
            Pages.of(
                "queue_members",
                queue.members().stream().map(member -> resources.of(queue, member)).toList(),
                asked));
  }

  Reply member(Asked asked) {
    return withMember(asked, (queue, member) -> Reply.json(resources.of(queue, member)));
  }

  /// Takes one out of the queue, to another document.
  Reply dequeue(Asked asked) {
    var refusal = outward.documentComplaint(asked.form());
    if (refusal.isPresent()) {
      return refusal.get().reply();
    }
    return withMember(
        asked,
        (queue, member) -> {
          var shown = Reply.json(resources.of(queue, member));
          outward.send(member.call(), asked.form());
          return shown;
        });
  }

  private Reply with(Asked asked, Function<Queue, Reply> answer) {
    return queues.find(asked.in("queue")).map(answer).orElseGet(RestError.NOT_FOUND::reply);
  }

  private Reply withMember(Asked asked, BiFunction<Queue, Member, Reply> answer) {
    return with(
        asked,
        queue -> {
          Optional<Member> member =
              asked.in("call").equals("Front")
                  ? queue.front()
                  : queue.members().stream()
                      .filter(one -> one.call().sid().equals(asked.in("call")))
                      .findFirst();
          return member.map(one -> answer.apply(queue, one)).orElseGet(RestError.NOT_FOUND::reply);
        });
  }
}
