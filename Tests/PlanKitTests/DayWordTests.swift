// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Days as people say them.
@Suite struct DayWordTests {
  private static let today = Datum(year: 2024, .day(month: 3, day: 31))

  @Test(
    "days are counted from today",
    arguments: [
      ("heute", 20240331), ("gestern", 20240330), ("morgen", 20240401), ("heute - 90 tage", 20240101), ("heute-1 tag", 20240330),
      ("Heute + 2 Wochen", 20240414), ("heute - 1 monat", 20240229), ("heute + 1 monat", 20240430), ("heute - 1 jahr", 20230331),
      ("heute - 4 monate", 20231130), ("heute + 12 monate", 20250331), ("31.12.2018", 20181231),
    ])
  func words(_ text: String, _ day: Int) { #expect(Datum(words: text, today: DayWordTests.today)?.firstDay == day) }

  @Test(
    "other words are no day",
    arguments: ["", "heut", "heute -", "heute - tage", "heute 90 tage", "heute - 90", "heute - 90 stunden", "heute - 999999 tage", "bald"])
  func others(_ text: String) { #expect(Datum(words: text, today: DayWordTests.today) == nil) }
}
