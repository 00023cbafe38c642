package newsroom.publish.destination.pages.lists;

import java.util.Set;

/// A page of a list that is to be drawn again.
///
/// @param page counted from 0, the oldest
record Due(String list, long page) {

  /// A day is in its month, with the number of its stories; a day that is new or empty now may also
  /// make or empty a month and a year.
  static void calendars(String list, boolean days, Set<Due> due) {
    if (Listed.day(list)) {
      var month = list.substring(0, list.lastIndexOf('/'));
      due.add(new Due(month, 0));
      if (days) {
        due.add(new Due(month.substring(0, month.lastIndexOf('/')), 0));
        due.add(new Due(Listed.ARCHIVE, 0));
      }
    }
  }
}
