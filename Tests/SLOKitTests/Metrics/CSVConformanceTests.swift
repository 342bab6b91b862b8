import Foundation
import Testing

@testable import SLOKit

/// The published suites of CSV readers, read where they lie beside the package.
struct CSVConformanceTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../../shared/conformance")
    .standardizedFileURL

  private static func names(in path: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: path).path()
    )
    return (files ?? []).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }

  private static let spectrum = names(in: "csv-spectrum/csvs")
  private static let testData = names(in: "csv-test-data/csv")
  private static let absence: Comment = "the CSV suites are not beside the package"

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  private static func json(_ path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: path)))
  }

  /// The rows as objects whose keys are the fields of the first one.
  private static func objects(_ records: [[String]]) -> [[String: String]] {
    guard let header = records.first else { return [] }
    return records.dropFirst().map { row in
      Dictionary(zip(header, row)) { first, _ in first }
    }
  }

  /// The suite's one file whose JSON is of other data, and whose quotes RFC 4180 does not allow.
  private static let irregular = "location_coordinates"

  @Test(.enabled(if: !spectrum.isEmpty, absence), arguments: spectrum.filter { $0 != irregular })
  func `a file of csv-spectrum reads as its JSON`(_ name: String) throws {
    let records = try CSVRecords(Self.bytes("csv-spectrum/csvs/\(name).csv")).records
    let expected = try Self.json("csv-spectrum/json/\(name).json") as? [[String: String]]
    #expect(Self.objects(records) == expected)
  }

  @Test(.enabled(if: !spectrum.isEmpty, absence))
  func `quotes in a field without quotes are refused`() throws {
    let bytes = try Self.bytes("csv-spectrum/csvs/\(Self.irregular).csv")
    let error = #expect(throws: TextError.self) { try CSVRecords(bytes) }
    #expect(error?.code == .strayQuote)
  }

  @Test(
    .enabled(if: !testData.isEmpty, absence),
    arguments: testData.filter { !$0.hasPrefix("bad-") }
  )
  func `a valid file of csv-test-data reads as its JSON`(_ name: String) throws {
    let records = try CSVRecords(Self.bytes("csv-test-data/csv/\(name).csv")).records
    let expected = try Self.json("csv-test-data/json/\(name).json")
    if name.hasPrefix("header-") {
      #expect(Self.objects(records) == expected as? [[String: String]])
    } else {
      #expect(records == expected as? [[String]])
    }
  }

  /// The suite expects the header `foo,bar,baz`; rules that name these columns expect it too.
  @Test(
    .enabled(if: !testData.isEmpty, absence),
    arguments: testData.filter { $0.hasPrefix("bad-") }
  )
  func `an invalid file of csv-test-data is refused at a place`(_ name: String) throws {
    let rules = try RuleSet.measuring("count(foo) + count(bar) + count(baz)")
    let mistake = rules.mistake(in: try Self.bytes("csv-test-data/csv/\(name).csv"))
    #expect(mistake?.location != nil)
  }
}
