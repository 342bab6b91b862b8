@testable import SLOKit

/// The bytes of a metrics file, judged by rules that name its columns, whatever their names are.
enum MetricsTarget {
  static func run(_ bytes: [UInt8]) {
    checkRecords(of: bytes)
    let options = EvaluationOptions(listsUnusedColumns: true, drawsSeries: true)
    let columns = (try? MetricsReader(.bytes(bytes, name: "")))?.columns ?? []
    let outcome = Outcome.checked(numbers(columns), bytes, options: options)
    // Without a digit and without 'inf' there is no number.
    let hasNumber = bytes.contains { $0.isDigit || $0 | 0x20 == UInt8(ascii: "i") }
    require(!outcome.isGo || hasNumber, "a GO without a number:\n\(outcome.text)")
    // Of labels every text is a value.
    _ = Outcome.checked(labels(columns), bytes, options: options)
  }

  /// Requires that fields which are written anew are read as the same fields.
  private static func checkRecords(of bytes: [UInt8]) {
    guard let records = records(of: bytes) else { return }
    let text = records.map { fields in
      // A record of nothing would be no record, so that every field has quotes.
      fields.map { [.quote] + $0.flatMap { $0 == .quote ? [.quote, .quote] : [$0] } + [.quote] }
        .joined(separator: [.comma]) + [.lineFeed]
    }
    let again = self.records(of: Array(text.joined()))
    require(again == records, "records differ when they are written and read again")
  }

  /// The contents of all fields; `nil` when something is wrong.
  private static func records(of bytes: [UInt8]) -> [[[UInt8]]]? {
    var scanner = RecordScanner(delimiter: .comma)
    var fields: [RecordScanner.Field] = []
    var records: [[[UInt8]]] = []
    do throws(TextError) {
      while try scanner.next(in: bytes.span, fields: &fields) {
        records.append(fields.map { $0.content(in: bytes.span) })
      }
    } catch {
      require(
        0...bytes.count ~= error.range.lowerBound && error.range.upperBound <= bytes.count + 1,
        "a mistake outside of the file: \(error)"
      )
      return nil
    }
    return records
  }
}

// MARK: - Rules

extension MetricsTarget {
  private static let sizeLimit = 2

  /// Aggregates of every kind over the first columns.
  private static func numbers(_ columns: [String]) -> RuleSet {
    let indicators = ["mean(#)", "p95(#)", "last(#) - first(#)", "fraction(# > 0.5)", "growth(#)"]
    let names = judged(columns).map(Expression.columnText)
    let objectives = names.enumerated().flatMap { place, name in
      indicators.map { objective("\($0) \(place)", $0.replacing("#", with: name)) }
    }
    let aborts = names.map { text("\($0) > 1e300 for 2 samples") }
    return rules("", objectives, aborts)
  }

  /// Questions about the first columns as labels.
  private static func labels(_ columns: [String]) -> RuleSet {
    let names = judged(columns)
    let declarations = names.map { "\(text($0)): { kind: 'label', optional: true }" }
    let objectives = names.map {
      objective("label \($0)", "fraction(\(Expression.columnText($0)) in ('a', 'b'))")
    }
    return rules("columns: { \(declarations.joined(separator: ", ")) },", objectives, [])
  }

  private static func judged(_ columns: [String]) -> [String] {
    var names: [String] = []
    for name in columns
    where !name.isEmpty && !names.contains(name) && !MetricsHeader.timeNames.contains(name) {
      names.append(name)
    }
    return Array(names.prefix(sizeLimit))
  }

  private static func objective(_ name: String, _ indicator: String) -> String {
    "{ name: \(text(name)), sli: \(text(indicator)), green: '<= 100', yellow: '<= 200' }"
  }

  private static func rules(
    _ members: String,
    _ objectives: [String],
    _ aborts: [String]
  ) -> RuleSet {
    // Without a column there is nothing but the number of samples to judge.
    let judged = objectives.isEmpty ? [objective("none", "count() / 0")] : objectives
    // Two names can be spelt alike as identifiers.
    let all = judged.enumerated().map { "{ id: 'o\($0)', " + $1.dropFirst(2) }
    let text = """
      { slo: 1, \(members) objectives: [\(all.joined(separator: ", "))],
        abort: [\(aborts.joined(separator: ", "))] }
      """
    do throws(Diagnostics) {
      return try RuleSet(text: text, source: "rules.json5")
    } catch {
      fatalError("a column that cannot be named: \(error)")
    }
  }

  private static func text(_ content: String) -> String { "\"\(content.escapedForJSON)\"" }
}
