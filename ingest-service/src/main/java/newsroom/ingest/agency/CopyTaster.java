package newsroom.ingest.agency;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newsroom.ingest.agency.Agency.Meaning;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.language.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads copy as its agency means it: what its signals and words make of a version, what is for
/// editors only, take marks off the headline, what the wire leaves unsaid. What kills or withholds
/// a story is never set aside, whatever else stands in it.
@Component
public class CopyTaster {

  private final Agencies agencies;
  private final Languages languages;
  private final Map<String, Palate> palates = new HashMap<>();
  private final Palate unknown;

  private record Palate(Agency agency, Words words, Codes codes, TakeMarks marks) {

    static Palate of(Agency agency) {
      return new Palate(
          agency,
          new Words(agency.meanings()),
          new Codes(agency),
          new TakeMarks(agency.meanings().cleaned()));
    }
  }

  public CopyTaster(Agencies agencies, Languages languages) {
    this.agencies = agencies;
    this.languages = languages;
    agencies.names().forEach(name -> palates.put(name, Palate.of(agencies.of(name))));
    this.unknown = Palate.of(agencies.of(ReadAgencies.ANY));
  }

  /// What becomes of a story that a format has read.
  ///
  /// @param agency the agency's name
  public Taste taste(String agency, Copy copy) {
    var palate = palates.getOrDefault(agencies.of(agency).name(), unknown);
    var said = palate.words().in(copy);
    var lifecycle = lifecycle(copy.lifecycle(), said.map(Words.Said::meaning).orElse(null));
    // what is taken back may be live, whatever it is called by now
    if (lifecycle.status() == Copy.Status.USABLE) {
      var reason = reasonAgainst(palate, copy, said);
      if (reason != null) {
        return new Taste.SetAside("Story “" + copy.guid() + "” " + reason + ".");
      }
    }
    return new Taste.Kept(meant(palate, copy, lifecycle));
  }

  private static @Nullable String reasonAgainst(
      Palate palate, Copy copy, Optional<Words.Said> said) {
    if (said.isPresent() && said.get().meaning() == Meaning.ADVISORY) {
      return "is an advisory for editors by " + said.get().by();
    }
    var blocking = palate.codes().blocking(copy);
    return blocking == null
        ? null
        : "is of “" + blocking + "”, which the profile of its agency blocks";
  }

  /// The stronger of what the wire says in its format's own way and what its words say.
  private static Copy.Lifecycle lifecycle(Copy.Lifecycle life, @Nullable Meaning said) {
    var status = life.status();
    var change = life.change();
    switch (said) {
      case KILL -> status = Copy.Status.CANCELED;
      case WITHHOLD -> status = status == Copy.Status.CANCELED ? status : Copy.Status.WITHHELD;
      case CORRECTION -> change = stronger(change, Copy.Change.CORRECTION);
      case UPDATE -> change = stronger(change, Copy.Change.UPDATE);
      case ADVISORY -> {}
      case null -> {}
    }
    if (status == Copy.Status.CANCELED) {
      change = Copy.Change.KILL;
    }
    return status == life.status() && change == life.change()
        ? life
        : new Copy.Lifecycle(
            life.version(),
            life.versionCreated(),
            life.undated(),
            life.firstCreated(),
            status,
            change,
            life.embargoedUntil(),
            life.expires(),
            life.urgency(),
            life.correctionNote(),
            life.edNote());
  }

  private static Copy.Change stronger(Copy.Change one, Copy.Change other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Copy meant(Palate palate, Copy copy, Copy.Lifecycle lifecycle) {
    var agency = palate.agency();
    var filled = new Unsaid(agency.defaults());
    return new Copy(
        copy.guid(),
        copy.format(),
        copy.charset(),
        filled.lifecycle(lifecycle),
        filled.handling(copy.handling()),
        headlines(palate, copy),
        palate.codes().mapped(copy.subjects()),
        filled.rights(copy.rights()),
        copy.pictures(),
        copy.leadPicture(),
        copy.body());
  }

  private Copy.Headlines headlines(Palate palate, Copy copy) {
    var told = copy.headlines();
    var named = told.language();
    var language = named == null || named.isBlank() ? palate.agency().language() : named;
    var detected = language == null ? languages.of(copy) : null;
    return new Copy.Headlines(
        palate.marks().off(told.headline()),
        told.summary(),
        told.slugline(),
        told.byline(),
        told.dateline(),
        told.genre(),
        language == null ? detected : language,
        detected != null);
  }
}
