// SPDX-License-Identifier: GPL-3.0-or-later
import PlanKit
import Testing

/// Dates as exact as they are known.
@Suite struct DatumTests {
  @Test(
    "the German and the ISO forms are read",
    arguments: [
      ("31.12.2024", "2024-12-31"), ("1.2.2024", "2024-02-01"), ("01.02.24", "2024-02-01"), ("1.1.69", "2069-01-01"),
      ("1.1.70", "1970-01-01"),
      ("31. 12. 2024", "2024-12-31"), ("31.12.\u{A0}2024", "2024-12-31"), ("12/2024", "2024-12"), ("8/2024", "2024-08"),
      ("III/2024", "2024-Q3"),
      ("iv/2024", "2024-Q4"), ("Q3/2024", "2024-Q3"), ("2024", "2024"), ("2024-08-31", "2024-08-31"), ("2024-08", "2024-08"),
      ("2024-Q3", "2024-Q3"),
    ])
  func forms(_ text: String, _ iso: String) { #expect(Datum(text)?.iso == iso) }

  @Test(
    "a day that does not exist is no date",
    arguments: [
      "30.02.2024", "29.02.2023", "29.02.1900", "31.04.2024", "0.1.2024", "32.01.2024", "1.13.2024", "2024-02-30", "13/2024", "0/2024",
      "Q5/2024", "V/2024",
    ])
  func impossible(_ text: String) { #expect(Datum(text) == nil) }

  @Test("the 29th of February is a day of leap years", arguments: ["29.02.2024", "29.02.2000"])
  func leapDay(_ text: String) { #expect(Datum(text)?.description == text) }

  @Test(
    "other texts are no dates",
    arguments: [
      "", "bald", "fortlaufend", "21. Februar", "31.12", "1.2.3.2024", "31-12-2024", "12/24", "24", "20240", "0999", "-2024", "٢٠٢٤",
      "1.1.٢٠٢٤",
    ])
  func others(_ text: String) { #expect(Datum(text) == nil) }

  @Test(
    "a date covers its days from the first to the last",
    arguments: [
      ("2024", 20240101, 20241231), ("I/2024", 20240101, 20240331), ("II/2024", 20240401, 20240630), ("III/2024", 20240701, 20240930),
      ("IV/2024", 20241001, 20241231), ("02/2024", 20240201, 20240229), ("02/2023", 20230201, 20230228), ("31.12.2024", 20241231, 20241231),
    ])
  func days(_ text: String, _ first: Int, _ last: Int) {
    #expect(Datum(text)?.firstDay == first)
    #expect(Datum(text)?.lastDay == last)
  }

  @Test("a date is shown in the German form, which reads as the same date", arguments: ["2024", "III/2024", "08/2024", "31.08.2024"])
  func shown(_ text: String) {
    let date = Datum(text)
    #expect(date?.description == text)
    #expect(date.flatMap { Datum($0.iso) } == date)
  }

  @Test("a day as a number is read back, and a number that is no day is refused")
  func numbers() {
    #expect(Datum(day: 20240831)?.description == "31.08.2024")
    for number in [0, -1, 2024, 20240230, 20241301, 20240100, 99_991_232, Int.max, Int.min] {
      #expect(Datum(day: number) == nil, "\(number)")
    }
  }
}
