package org.havenline.referral.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.lucene.util.SloppyMath;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Match;
import org.havenline.referral.search.answer.Reason;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.Where;

/// Somebody who may search as often as he likes and wants to know where one service is. From ever
/// new places, chosen by what he learned so far, he narrows down how wide a circle has to be to
/// show it (or, every second time, to hide it), reads the distance that is shown, and lays the
/// point where all of that meets.
final class Attacker {
  private static final int HALVINGS = 12;
  private static final double WIDEST_KM = 400;

  private final ServiceSearch search;
  private final String target;
  private final SplittableRandom random;
  private final List<Circle> learned = new ArrayList<>();
  private Point guess;
  private int searches;

  Attacker(ServiceSearch search, String target, Point start, SplittableRandom random) {
    this.search = search;
    this.target = target;
    this.guess = start;
    this.random = random;
  }

  Point placesItAfter(int most) {
    while (searches < most) {
      Point from = somewhereAround(guess, learned.size() < 20 ? 1 : 0.3);
      boolean hiding = learned.size() % 2 == 1;
      learned.add(new Circle(from, narrowedDown(from, hiding)));
      shown(from).ifPresent(km -> learned.add(new Circle(from, Math.max(1, km))));
      guess = meeting();
    }
    return guess;
  }

  /// Half the width in which it is seen or not, again and again.
  private double narrowedDown(Point from, boolean hiding) {
    double in = Circle.LEAST;
    double out = WIDEST_KM;
    double blur = 0;
    for (int at = 0; at < HALVINGS; at++) {
      double km = (in + out) / 2;
      Where where =
          hiding ? Where.ANYWHERE.notIn(new Circle(from, km)) : Where.near(new Circle(from, km));
      Optional<Match> match = seen(where);
      blur = match.map(Attacker::blur).orElse(blur);
      if (match.isPresent() != hiding) {
        out = km;
      } else {
        in = km;
      }
    }
    return Math.max(Circle.LEAST, (in + out) / 2 + blur);
  }

  private Optional<Double> shown(Point from) {
    return seen(Where.near(new Circle(from, WIDEST_KM)))
        .flatMap(match ->
            match.reasons().stream()
                .filter(reason -> reason instanceof Reason.Away)
                .map(reason -> (double) ((Reason.Away) reason).km())
                .findFirst());
  }

  private Optional<Match> seen(Where where) {
    searches++;
    Search asked = Search.all(Viewer.RESPONDER, Made.NOW).with(where).first(Search.MOST);
    return search.find(asked) instanceof Found.Some some
        ? some.matches().stream()
            .filter(match -> match.service().id().value().equals(target))
            .findFirst()
        : Optional.empty();
  }

  /// He knows how coarse an area is, and takes it into account.
  private static double blur(Match match) {
    return match.service().place() instanceof Place.Area area ? Math.ceil(area.radiusKm()) : 0;
  }

  /// Walks on to where all distances fit best.
  private Point meeting() {
    Point at = guess;
    for (int step = 0; step < 20; step++) {
      double north = 0;
      double east = 0;
      for (Circle one : learned) {
        double km = Math.max(0.001, km(at, one.centre()));
        double pull = (km - one.km()) / km;
        north += pull * (one.centre().latitude() - at.latitude());
        east += pull * (one.centre().longitude() - at.longitude());
      }
      at =
          new Point(at.latitude() + north / learned.size(), at.longitude() + east / learned.size());
    }
    return at;
  }

  private Point somewhereAround(Point centre, double degrees) {
    return new Point(
        centre.latitude() + (random.nextDouble() * 2 - 1) * degrees,
        centre.longitude() + (random.nextDouble() * 2 - 1) * degrees);
  }

  static double km(Point one, Point other) {
    return SloppyMath.haversinMeters(
            one.latitude(), one.longitude(), other.latitude(), other.longitude())
        / 1_000;
  }
}
