package newsroom.benchmark.copy;

import java.util.List;
import java.util.Random;

/// Writes news that never happened, the same from the same seed.
final class Prose {

  private static final List<String> WHO =
      List.of(
          "The harbour authority",
          "Mayor Ilse Brandt",
          "A spokesman for the ferry line",
          "The regional court",
          "Union leader Tomas Reyk",
          "Three fishing villages",
          "The water board",
          "Coach Dana Okafor",
          "The finance committee",
          "Researchers at Norholm University",
          "The railway inspector",
          "Judge Peter Amsel");
  private static final List<String> DOES =
      List.of(
          "postponed",
          "welcomed",
          "rejected",
          "is to review",
          "defended",
          "has paid for",
          "questioned",
          "approved",
          "warned against",
          "will reopen",
          "called off",
          "agreed to");
  private static final List<String> WHAT =
      List.of(
          "the bridge toll",
          "a second tunnel under the bay",
          "the winter timetable",
          "last month's budget",
          "the new sea wall",
          "a plan for 400 homes",
          "the school merger",
          "the transfer of the goalkeeper",
          "an inquiry into the fire",
          "the wage offer",
          "cheaper tickets for commuters",
          "the harvest forecast");
  private static final List<String> WHERE =
      List.of(
          "in Port Lunde",
          "at a hearing in Norholm",
          "outside the town hall of Greve",
          "on Tuesday evening",
          "after two days of talks",
          "despite protests in Vestby",
          "before the spring election",
          "for the third time",
          "with immediate effect",
          "a week after the storm",
          "in front of 2,000 residents",
          "by a single vote");
  private static final List<String> ACCENTED =
      List.of(
          "« C’est décidé », a déclaré Zoë Müller à São Tomé.",
              "Łukasz Żółtowski a rappelé l’accord signé à Ærøskøbing.",
          "Señor Peñalosa y Núñez habló del año próximo en Málaga.",
              "Jürgen Groß über die Brücke: „Sie wäre längst fällig.“");

  private static final List<String> THINGS =
      List.of(
          """
          anchor archive auction avalanche bakery ballot barrier basin battery beacon bicycle border bribe
          budget cable canal cargo cartel census chapel clinic coach coal cobalt college concert contract convoy
          copper council court crane credit crew curfew current customs dairy debt decree deficit delegate depot
          desert detour diesel dispute dividend drought dyke earthquake election embassy engine epidemic estate
          export factory famine festival fleet flood forecast forest foundry freight fuel funeral garrison gas
          glacier grain grant guard gypsum hangar harvest heatwave highway hospital hostage hydrogen import income
          inflation injury inquest insurance invoice island jury kiln laboratory landslide launch lawsuit ledger
          lender licence lighthouse lithium livestock lobby lockout mandate marathon market measles medal merger
          migrant militia mineral minister monsoon mortgage mosque motion museum navy nurse oath oilfield orchard
          outage oxygen parade pardon parish pasture patent patrol penalty pension permit petition pharmacy pier
          pilot pipeline plague poll pollen portrait postmark poultry premium prison prize probe profit province
          quarry quota radar railway ransom ration rebel receipt recall refinery refugee regatta relic rent
          reservoir rifle riot river roadblock rocket rumour salmon sanction satellite scandal sculpture seam
          senate sewer shelter shipyard siege signal silo skipper smelter snow soldier spill stadium station
          statue steel strike submarine subsidy summit surgeon survey tariff tenant terminal theatre timber tobacco
          tornado tourist tractor trade treaty trial tribunal truce tunnel turbine union uranium vaccine valley
          verdict vessel veto vineyard volcano voter warden warrant wheat whistle widow wildfire window wool
          """
              .strip()
              .split("\\s+"));
  private static final List<String> SYLLABLES =
      List.of(
          "ar", "bel", "cor", "dun", "el", "fen", "gar", "hol", "is", "kel", "lor", "mar", "nor",
          "os", "pel", "rin", "sol", "tor", "ul", "vas", "wen", "yr", "zan");
  // stories of one topic share its names, so that there is something to find in the archive
  private static final int TOPICS = 500;

  private final Random random;
  private final boolean accented;
  private final List<String> names;

  Prose(long seed, boolean accented) {
    this.random = new Random(seed);
    this.accented = accented;
    var topic = new Random(seed % TOPICS);
    this.names = List.of(name(topic), name(topic), name(topic), name(random), name(random));
  }

  String headline() {
    return "%s: %s %s %s".formatted(one(names), one(WHO), one(DOES), one(WHAT));
  }

  String sentence() {
    if (accented && random.nextInt(3) == 0) {
      return one(ACCENTED);
    }
    return random.nextBoolean()
        ? "%s %s %s %s.".formatted(one(WHO), one(DOES), one(WHAT), one(WHERE))
        : "%s spoke of the %s, the %s and the %s %s."
            .formatted(one(names), one(THINGS), one(THINGS), one(THINGS), one(WHERE));
  }

  String paragraph() {
    var sentences = new StringBuilder(sentence());
    for (var more = 1 + random.nextInt(3); more > 0; more--) {
      sentences.append(' ').append(sentence());
    }
    return sentences.toString();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String name(Random from) {
    var name = new StringBuilder();
    for (var syllables = 3; syllables > 0; syllables--) {
      name.append(SYLLABLES.get(from.nextInt(SYLLABLES.size())));
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }
}
