package org.enlacehub.contact.imports;

import java.util.List;
import java.util.regex.Pattern;

/** Whether 03/04/2027 is in April or in March. */
public enum DateOrder {
  DAY_FIRST, MONTH_FIRST,
  /** The file has dates of both orders: those that can be read both ways are refused. */
  MIXED;

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-]\\d{2,4}");

  /**
   * The order of a file: what its first rows prove (a number above 12), else what the language of its headings has: day first in
   * Spanish, month first in English.
   */
  static DateOrder of(Headings headings, List<FileRow> firstRows) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (var column : headings.columns()) {
      if (column.target().orElse(null) instanceof Column.Target.Declared(var field) && field.type() == DeclaredFields.Type.DATE) {
        for (var row : firstRows) {
          var numbers = NUMBERS.matcher(Cleaning.line(row.cell(column.index()).text()));
          if (numbers.matches()) {
            dayFirst |= Integer.parseInt(numbers.group(1)) > 12;
            monthFirst |= Integer.parseInt(numbers.group(2)) > 12;
          }
        }
      }
    }
    if (dayFirst && monthFirst) {
      return MIXED;
    }
    return monthFirst || !dayFirst && headings.language().equals("en") ? MONTH_FIRST : DAY_FIRST;
  }
}
