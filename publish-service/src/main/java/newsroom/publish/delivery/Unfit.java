package newsroom.publish.delivery;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Something that the ledger can never hold, as text with U+0000 in it or a year that PostgreSQL
/// does not know.
///
/// @param index of the arrival among those that came with it
/// @param reason why, in a sentence
public record Unfit(int index, String reason) {

  /// Data that is wrong in itself, that breaks a constraint, that is too long for an index. All
  /// other errors are of the database and not of a story, and trying again will help one day: a
  /// schema that is not there must not bury the whole topic.
  private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");

  /// Why this can never be written; empty where a later try may go through.
  public static Optional<String> reason(RuntimeException failure) {
    var sql = sql(failure);
    if (sql != null) {
      var state = String.valueOf(sql.getSQLState());
      return state.length() == 5 && OF_THE_DATA.contains(state.substring(0, 2))
          ? Optional.of("the ledger cannot hold it: " + sql.getMessage())
          : Optional.empty();
    }
    return failure instanceof DataAccessException || failure instanceof TransactionException
        ? Optional.empty()
        : Optional.of("it cannot be entered: " + failure);
  }

  private static @Nullable SQLException sql(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
